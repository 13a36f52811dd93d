package io.blendify.local.infra;

import static io.blendify.local.infra.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.blendify.core.watch.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alarms and dashboard ask for metrics that the functions emit, with the dimensions they have. */
class MetricsTest {

  private static final String NAMESPACE = "Blendify/${Stage}";
  private static final Template TEMPLATE = Template.read();
  private static final Map<String, Metric> METRICS =
      Arrays.stream(Metric.values()).collect(Collectors.toMap(Metric::label, Function.identity()));

  @Test
  void theFunctionsEmitIntoTheNamespaceThatIsLookedAt() {
    var variables =
        Template.at(TEMPLATE.section("Globals"), "Function", "Environment", "Variables");

    assertThat(map(variables.get("BLENDIFY_METRICS_NAMESPACE")).get("!Sub")).isEqualTo(NAMESPACE);
  }

  @Test
  void everyAlarmOnOurOwnMetricsCanRise() {
    var seen = new ArrayList<String>();
    TEMPLATE
        .resources("AWS::CloudWatch::Alarm")
        .forEach(
            (id, alarm) -> {
              if (alarm.get("Namespace") instanceof Map<?, ?> namespace) {
                assertThat(namespace.get("!Sub")).as(id).isEqualTo(NAMESPACE);
                var metric = METRICS.get((String) alarm.get("MetricName"));
                assertThat(metric).as(id).isNotNull();
                assertThat(((List<?>) alarm.get("Dimensions")))
                    .as(id)
                    .extracting(one -> map(one).get("Name"))
                    .isEqualTo(metric.dimensions());
                seen.add(id);
              }
            });
    assertThat(seen).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void theDashboardIsJsonAndShowsAllOfThem() throws Exception {
    var body =
        (String)
            map(TEMPLATE
                    .resources("AWS::CloudWatch::Dashboard")
                    .get("Dashboard")
                    .get("DashboardBody"))
                .get("!Sub");
    var shown = new ArrayList<String>();
    for (var widget : new ObjectMapper().readTree(body).get("widgets")) {
      var before = List.<String>of();
      for (var row : widget.at("/properties/metrics")) {
        before = full(row, before);
        if (before.getFirst().equals(NAMESPACE)) {
          shown.add(checked(before));
        }
        if (row.get(0).has("expression")) {
          shown.add(searched(row.get(0).get("expression").asText()));
        }
      }
    }
    assertThat(shown).containsAll(METRICS.keySet());
  }

  /** A row with what it takes over from the one before: "." for one word, "..." for the first. */
  private static List<String> full(JsonNode row, List<String> before) {
    var words = new ArrayList<String>();
    row.forEach(
        word -> {
          if (word.isTextual()) {
            words.add(word.asText());
          }
        });
    if (!words.isEmpty() && words.getFirst().equals("...")) {
      var rest = words.subList(1, words.size());
      var all = new ArrayList<>(before.subList(0, before.size() - rest.size()));
      all.addAll(rest);
      return all;
    }
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(".")) {
        words.set(i, before.get(i));
      }
    }
    return words.isEmpty() ? List.of("") : words;
  }

  private static String checked(List<String> row) {
    var metric = METRICS.get(row.get(1));
    assertThat(metric).as(row.toString()).isNotNull();
    var names = new ArrayList<String>();
    for (int i = 2; i < row.size(); i += 2) {
      names.add(row.get(i));
    }
    assertThat(names).as(row.toString()).isEqualTo(metric.dimensions());
    return metric.label();
  }

  private static String searched(String expression) {
    var search =
        Pattern.compile("SEARCH\\('\\{([^,]+),([^}]+)} MetricName=\"(\\w+)\"'").matcher(expression);
    assertThat(search.find()).as(expression).isTrue();
    assertThat(search.group(1)).isEqualTo(NAMESPACE);
    var metric = METRICS.get(search.group(3));
    assertThat(metric).as(expression).isNotNull();
    assertThat(List.of(search.group(2).split(","))).isEqualTo(metric.dimensions());
    return metric.label();
  }
}
