package io.blendify.watch;

import static io.blendify.core.watch.Metric.BLEND_TIME;
import static io.blendify.core.watch.Metric.BUDGET_LEFT;
import static io.blendify.core.watch.Metric.ITEMS_APPENDED;
import static io.blendify.core.watch.Metric.PROVIDER_CALLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.core.watch.Metric;
import io.blendify.core.watch.Sample;
import io.blendify.core.watch.Trail;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmfMetricsTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @Test
  void whatHasOneValueForEachDimensionIsOneLine() {
    var lines =
        lines(
            List.of(
                PROVIDER_CALLS.of(3, "spotify", "page"),
                ITEMS_APPENDED.of(12, "spotify", "saved_tracks"),
                BUDGET_LEFT.of(0.5, "spotify")));

    assertThat(lines).hasSize(1);
    var line = lines.getFirst();
    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(NOON.toEpochMilli());
    assertThat(line.get("provider").asText()).isEqualTo("spotify");
    assertThat(line.get("outcome").asText()).isEqualTo("page");
    assertThat(line.get("ItemsAppended").isInt()).isTrue();
    assertThat(line.get("ItemsAppended").asInt()).isEqualTo(12);
    assertThat(line.get("BudgetLeft").asDouble()).isEqualTo(0.5);
    assertThat(line.get("job_id").asText()).as("to search for it").isEqualTo("j-1");
    assertThat(Emf.samples(line, "Blendify/dev"))
        .containsExactlyInAnyOrder(
            "ProviderCalls{provider=spotify, outcome=page} 3 Count",
            "ItemsAppended{provider=spotify, resource=saved_tracks} 12 Count",
            "BudgetLeft{provider=spotify} 0.5 Count");
  }

  @Test
  void valuesThatContradictEachOtherAreLinesOfTheirOwn() {
    var lines =
        lines(
            List.of(
                PROVIDER_CALLS.of(2, "spotify", "page"),
                PROVIDER_CALLS.of(1, "spotify", "throttled")));

    assertThat(lines.stream().flatMap(line -> Emf.samples(line, "Blendify/dev").stream()))
        .containsExactly(
            "ProviderCalls{provider=spotify, outcome=page} 2 Count",
            "ProviderCalls{provider=spotify, outcome=throttled} 1 Count");
  }

  @Test
  void aMetricHasAtMostAHundredValuesInALine() {
    var lines =
        lines(IntStream.range(0, 250).mapToObj(i -> BLEND_TIME.of(i, "completed")).toList());

    assertThat(lines)
        .extracting(line -> line.get("BlendTime").size())
        .containsExactly(100, 100, 50);
    lines.forEach(line -> Emf.samples(line, "Blendify/dev"));
  }

  @Test
  void everyMetricObeysTheFormatsRules() {
    var all = new ArrayList<Sample>();
    for (var metric : Metric.values()) {
      all.add(metric.of(1, metric.dimensions().toArray(String[]::new)));
    }
    var labels = new ArrayList<String>();
    lines(all)
        .forEach(
            line ->
                Emf.samples(line, "Blendify/dev")
                    .forEach(one -> labels.add(one.substring(0, one.indexOf('{')))));
    assertThat(labels)
        .containsExactlyInAnyOrderElementsOf(
            List.of(Metric.values()).stream().map(Metric::label).toList());
  }

  @Test
  void nothingIsToldTwiceAndNothingWithoutANamespace() {
    assertThat(print("Blendify/dev", List.of())).isEmpty();
    assertThat(print("", List.of(BUDGET_LEFT.of(1, "spotify")))).isEmpty();
  }

  @Test
  void whatIsNoValueIsRefused() {
    assertThatThrownBy(() -> BUDGET_LEFT.of(Double.NaN, "spotify"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BUDGET_LEFT.of(1)).hasMessageContaining("BudgetLeft");
  }

  private static List<JsonNode> lines(List<Sample> samples) {
    return print("Blendify/dev", samples).lines().map(Printed::read).toList();
  }

  /** What reaches standard output of flushes: another trail's, its own, and that once more. */
  private static String print(String namespace, List<Sample> samples) {
    var metrics = new EmfMetrics(namespace, () -> NOON);
    var before = System.out;
    var out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      var trail = Trail.of("c-1", "own").with("job_id", "j-1").with("provider", "other");
      trail.run(() -> samples.forEach(metrics::add));
      Trail.of("c-2", "own").run(metrics::flush);
      trail.run(metrics::flush);
      trail.run(metrics::flush);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Reads a line as CloudWatch does, and refuses what CloudWatch would ignore. */
  private static final class Emf {

    private static final List<String> UNITS =
        List.of("Seconds", "Milliseconds", "Count", "Percent", "Bytes", "None");

    static List<String> samples(JsonNode line, String namespace) {
      assertThat(line.toString().length()).isLessThan(1 << 20);
      var samples = new ArrayList<String>();
      int metrics = 0;
      for (var directive : line.at("/_aws/CloudWatchMetrics")) {
        assertThat(directive.get("Namespace").asText()).isEqualTo(namespace);
        assertThat(directive.get("Dimensions")).isNotEmpty();
        for (var metric : directive.get("Metrics")) {
          metrics++;
          for (var set : directive.get("Dimensions")) {
            samples.addAll(samples(line, set, metric));
          }
        }
      }
      assertThat(metrics).isBetween(1, 100);
      return samples;
    }

    private static List<String> samples(JsonNode line, JsonNode set, JsonNode metric) {
      assertThat(set.size()).isBetween(1, 30);
      var dimensions = new ArrayList<String>();
      for (var name : set) {
        var value = line.get(name.asText());
        assertThat(value).as("a dimension is a member at the root: " + name).isNotNull();
        assertThat(value.isTextual()).isTrue();
        assertThat(value.asText()).hasSizeBetween(1, 1024).matches("[\\x20-\\x7e]+");
        dimensions.add(name.asText() + "=" + value.asText());
      }
      assertThat(UNITS).contains(metric.get("Unit").asText());
      var value = line.get(metric.get("Name").asText());
      assertThat(value).as("a metric is a member at the root").isNotNull();
      assertThat(value.isNumber() || value.isArray() && value.size() <= 100).isTrue();
      for (var one : value.isArray() ? value : List.of(value)) {
        assertThat(one.isNumber()).isTrue();
      }
      var first = value.isArray() ? value.get(0) : value;
      return List.of(
          "%s{%s} %s %s"
              .formatted(
                  metric.get("Name").asText(),
                  String.join(", ", dimensions),
                  first.asText(),
                  metric.get("Unit").asText()));
    }
  }

  @Test
  void theMarksAreNoDimensions() {
    var line = lines(List.of(BUDGET_LEFT.of(1, "spotify"))).getFirst();

    assertThat(line.get("provider").asText()).as("not the mark's value").isEqualTo("spotify");
    assertThat(line.get("correlation_id").asText()).isEqualTo("c-1");
  }
}
