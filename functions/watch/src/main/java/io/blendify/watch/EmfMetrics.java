package io.blendify.watch;

import io.blendify.core.watch.Metrics;
import io.blendify.core.watch.Sample;
import io.blendify.core.watch.Trail;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Metrics as lines on standard output, of which CloudWatch makes metrics. Where {@code
 * blendify.metrics.namespace} is not set, as on a laptop, nobody would: there are none.
 */
@Singleton
@Secondary
final class EmfMetrics implements Metrics {

  private final String namespace;
  private final InstantSource clock;
  private final Map<String, List<Sample>> kept = new HashMap<>();

  EmfMetrics(
      @Property(name = "blendify.metrics.namespace", defaultValue = "") String namespace,
      InstantSource clock) {
    this.namespace = namespace;
    this.clock = clock;
  }

  @Override
  public synchronized void add(Sample sample) {
    if (!namespace.isBlank()) {
      kept.computeIfAbsent(trail(), _ -> new ArrayList<>()).add(sample);
    }
  }

  @Override
  public void flush() {
    for (var line : EmfLine.of(taken())) {
      var text = line.text(namespace, clock.instant(), Trail.here().marks());
      System.out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }

  /** Only this trail's: where several are worked on at once, each tells its own. */
  private synchronized List<Sample> taken() {
    var taken = kept.remove(trail());
    return taken == null ? List.of() : taken;
  }

  private static String trail() {
    return Objects.requireNonNullElse(Trail.here().correlationId(), "");
  }
}
