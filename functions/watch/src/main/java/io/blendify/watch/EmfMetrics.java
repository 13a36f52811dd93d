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
import java.util.List;

/**
 * Metrics as lines on standard output, of which CloudWatch makes metrics. Where {@code
 * blendify.metrics.namespace} is not set, as on a laptop, nobody would: there are none.
 */
@Singleton
@Secondary
final class EmfMetrics implements Metrics {

  private final String namespace;
  private final InstantSource clock;
  private final List<Sample> kept = new ArrayList<>();

  EmfMetrics(
      @Property(name = "blendify.metrics.namespace", defaultValue = "") String namespace,
      InstantSource clock) {
    this.namespace = namespace;
    this.clock = clock;
  }

  @Override
  public synchronized void add(Sample sample) {
    if (!namespace.isBlank()) {
      kept.add(sample);
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

  private synchronized List<Sample> taken() {
    var taken = List.copyOf(kept);
    kept.clear();
    return taken;
  }
}
