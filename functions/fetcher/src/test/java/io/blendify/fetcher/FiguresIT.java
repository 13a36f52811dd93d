package io.blendify.fetcher;

import static io.blendify.fetcher.Things.members;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import io.blendify.core.watch.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator's alarms and dashboard are made of, as it reaches standard output. */
class FiguresIT {

  private static final World WORLD =
      new World(
          Map.of(
              "blendify.sync.pace", "0s",
              "blendify.sync.daily-budget", "100",
              "blendify.metrics.namespace", "Blendify/test"));

  private static final FakeListing SAVED = WORLD.listing(Resource.SAVED_TRACKS);

  private final FetcherHandler handler = new FetcherHandler(WORLD.context);

  @AfterAll
  static void close() {
    WORLD.close();
  }

  @BeforeEach
  void begin() {
    WORLD.begin();
  }

  @Test
  void aSyncCountsItsCallsWhatItAppendedAndHowLateItWas() {
    SAVED.holds("", members(5));
    var job = WORLD.job(Resource.SAVED_TRACKS);
    WORLD.now = WORLD.now.plus(Duration.ofSeconds(90));

    var lines = delivered(job);

    assertThat(sum(lines, "ProviderCalls", "fake", "outcome", "page")).isEqualTo(3);
    assertThat(sum(lines, "ItemsAppended", "fake", "resource", "saved_tracks")).isEqualTo(5);
    assertThat(sum(lines, "Jobs", "fake", "outcome", "completed")).isEqualTo(1);
    assertThat(sum(lines, "SyncLag", "fake", null, null)).isEqualTo(90);
    assertThat(sum(lines, "BudgetLeft", "fake", null, null)).isEqualTo(97);
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.get("correlation_id").asText()).isEqualTo("asked-for");
              assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(WORLD.now.toEpochMilli());
              assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText())
                  .isEqualTo("Blendify/test");
            });
  }

  @Test
  void aSyncThatFindsNothingNewAppendsNothing() {
    SAVED.holds("", members(2));
    WORLD.sync(Resource.SAVED_TRACKS);
    printed(WORLD.context.getBean(Metrics.class)::flush);
    WORLD.now = WORLD.now.plus(Duration.ofHours(1));

    var lines = delivered(WORLD.job(Resource.SAVED_TRACKS));

    assertThat(sum(lines, "Jobs", "fake", "outcome", "completed")).isEqualTo(1);
    assertThat(lines).noneMatch(line -> line.has("ItemsAppended"));
  }

  @Test
  void whatWasDueLongAgoIsLateByThat() {
    SAVED.holds("", members(1));
    WORLD.execute(
        "UPDATE provider_sync_status SET next_due_at = '%s' WHERE connection_id = '%s'"
            .formatted(WORLD.now.minus(Duration.ofHours(3)), WORLD.connection));
    var job = WORLD.job(Resource.SAVED_TRACKS, "", Trigger.SCHEDULE);

    assertThat(sum(delivered(job), "SyncLag", "fake", null, null)).isEqualTo(3 * 3600);
  }

  @Test
  void anAppThatIsRefusedMovesTheMetricOfItsAlarm() {
    SAVED.first(new FetchOutcome.AppRefused("unknown client"));

    var lines = delivered(WORLD.job(Resource.SAVED_TRACKS));

    assertThat(sum(lines, "ProviderCalls", "fake", "outcome", "app_refused")).isEqualTo(1);
    assertThat(sum(lines, "Jobs", "fake", "outcome", "disabled")).isEqualTo(1);
  }

  @Test
  void anAnswerThatNobodyCanReadMovesTheMetricOfItsAlarm() {
    SAVED.first(new FetchOutcome.Unreadable("items is a number"));

    var lines = delivered(WORLD.job(Resource.SAVED_TRACKS));

    assertThat(sum(lines, "ProviderCalls", "fake", "outcome", "unreadable")).isEqualTo(1);
  }

  @Test
  void everyOutcomeIsCountedByItsName() {
    var outcomes =
        Map.of(
            "throttled", new FetchOutcome.Throttled(Duration.ofSeconds(9)),
            "quota_spent", new FetchOutcome.QuotaSpent(Duration.ofSeconds(9)),
            "unavailable", new FetchOutcome.Unavailable("503"),
            "scope_missing", new FetchOutcome.ScopeMissing("no scope"),
            "withheld", new FetchOutcome.Withheld("403"),
            "gone", new FetchOutcome.Gone("404"));
    outcomes.forEach(
        (name, outcome) -> {
          WORLD.begin();
          SAVED.first(outcome);
          var lines = delivered(WORLD.job(Resource.SAVED_TRACKS));
          assertThat(sum(lines, "ProviderCalls", "fake", "outcome", name)).as(name).isEqualTo(1);
        });
  }

  @Test
  void aMessageThatComesTwiceIsCountedOnce() {
    SAVED.holds("", members(1));
    var job = WORLD.job(Resource.SAVED_TRACKS);
    delivered(job);

    assertThat(delivered(job)).isEmpty();
  }

  /** The lines that one delivery of the job's message makes. */
  private List<JsonNode> delivered(UUID job) {
    var attribute = new MessageAttribute();
    attribute.setDataType("String");
    attribute.setStringValue("asked-for");
    var message = new SQSMessage();
    message.setMessageId("message");
    message.setBody(job.toString());
    message.setMessageAttributes(Map.of("correlation_id", attribute));
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return printed(
        () -> assertThat(handler.handleRequest(event, null).getBatchItemFailures()).isEmpty());
  }

  private static List<JsonNode> printed(Runnable work) {
    var before = System.out;
    var out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).lines().map(FiguresIT::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  /** Of all values of a metric with these dimensions. */
  private static double sum(
      List<JsonNode> lines, String metric, String provider, String dimension, String value) {
    var values = new ArrayList<Double>();
    for (var line : lines) {
      boolean fits = dimension == null || line.path(dimension).asText().equals(value);
      if (line.has(metric) && line.get("provider").asText().equals(provider) && fits) {
        var all = line.get(metric);
        for (var one : all.isArray() ? all : List.of(all)) {
          values.add(one.asDouble());
        }
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }
}
