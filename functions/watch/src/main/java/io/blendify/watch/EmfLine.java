package io.blendify.watch;

import io.blendify.core.watch.Metric;
import io.blendify.core.watch.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Samples that fit into one line of CloudWatch's embedded metric format: a dimension has one value
 * in a line, and a metric at most a hundred.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
 *     format</a>
 */
final class EmfLine {

  private static final int MOST_VALUES = 100;

  private final Map<String, String> dimensions = new LinkedHashMap<>();
  private final Map<Metric, List<Double>> values = new LinkedHashMap<>();

  /** As few lines as hold all samples, taken in their order. */
  static List<EmfLine> of(List<Sample> samples) {
    var lines = new ArrayList<EmfLine>();
    for (var sample : samples) {
      if (lines.stream().noneMatch(line -> line.take(sample))) {
        var line = new EmfLine();
        line.take(sample);
        lines.add(line);
      }
    }
    return lines;
  }

  private boolean take(Sample sample) {
    boolean contradicts =
        sample.dimensions().entrySet().stream()
            .anyMatch(
                one ->
                    !one.getValue().equals(dimensions.getOrDefault(one.getKey(), one.getValue())));
    var taken = values.getOrDefault(sample.metric(), List.of());
    if (contradicts || taken.size() == MOST_VALUES) {
      return false;
    }
    dimensions.putAll(sample.dimensions());
    values.computeIfAbsent(sample.metric(), _ -> new ArrayList<>()).add(sample.value());
    return true;
  }

  /**
   * The line with its end.
   *
   * @param marks go along as properties, by which the line can be searched for
   */
  String text(String namespace, Instant time, Map<String, String> marks) {
    var line = new JsonLine().putJson("_aws", metadata(namespace, time));
    dimensions.forEach(line::put);
    values.forEach((metric, all) -> line.putJson(metric.label(), numbers(all)));
    marks.forEach(line::put);
    return line + "\n";
  }

  private String metadata(String namespace, Instant time) {
    return new JsonLine()
        .put("Timestamp", time.toEpochMilli())
        .putJson(
            "CloudWatchMetrics",
            values.keySet().stream()
                .map(metric -> directive(namespace, metric))
                .collect(Collectors.joining(",", "[", "]")))
        .toString();
  }

  private static String directive(String namespace, Metric metric) {
    var names =
        metric.dimensions().stream()
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(",", "[[", "]]"));
    var unit = new JsonLine().put("Name", metric.label()).put("Unit", metric.unit());
    return new JsonLine()
        .put("Namespace", namespace)
        .putJson("Dimensions", names)
        .putJson("Metrics", "[" + unit + "]")
        .toString();
  }

  private static String numbers(List<Double> values) {
    return values.size() == 1
        ? JsonLine.number(values.getFirst())
        : values.stream().map(JsonLine::number).collect(Collectors.joining(",", "[", "]"));
  }
}
