package io.blendify.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.local.infra.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What an operator can see of the running system: who asked for what, and what became of it. */
final class WatchIT {

  @TempDir static Path folder;

  private static Watched system;
  private static String connected;
  private static String asked;
  private static int jobs;

  /** Two people blend; the one connects when the blend already waits for it, and then asks. */
  @BeforeAll
  static void start() throws Exception {
    system = Watched.in(folder);
    var owner = new Visitor(system.url());
    owner.signUp("owner@example.com");
    var blend =
        Visitor.json(owner.post("/v1/blends", Map.of("name", "Ours", "algorithm_type", "balanced")))
            .at("/blend/id")
            .asText();
    var token =
        Visitor.json(owner.post("/v1/blends/" + blend + "/invitations", Map.of()))
            .get("token")
            .asText();
    var guest = new Visitor(system.url());
    var guestCame = Visitor.requestId(guest.connect("aiko"));
    system.await(is(guestCame, "taste built"));
    guest.post(
        "/v1/invitations/" + token + "/acceptance",
        Map.of("resources", List.of("top_tracks", "top_artists", "saved_tracks")));
    connected = Visitor.requestId(owner.connect("mira"));
    system.await(is(connected, "blend completed"));
    system.await(() -> !owner.reads("/v1/me/syncs").matches("(?s).*(never_synced|syncing).*"));
    var answer = owner.post("/v1/me/syncs", Map.of());
    asked = Visitor.requestId(answer);
    jobs =
        (int)
            Pattern.compile("\"job_id\":\"[^\"]+\",\"started\":true")
                .matcher(answer.body())
                .results()
                .count();
    sendNonsense();
    assertThat(owner.get("/v1/nothing").statusCode()).isEqualTo(404);
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  private static void sendNonsense() {
    try (var client =
        SqsClient.builder()
            .endpointOverride(system.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      var url = client.getQueueUrl(q -> q.queueName("fetch-spotify")).queueUrl();
      client.sendMessage(m -> m.queueUrl(url).messageBody("no id\nat all"));
    }
  }

  @Test
  void oneIdLeadsFromARequestThroughThreeQueuesToTheBlend() throws Exception {
    var trail = system.lines().stream().filter(of(connected)).toList();
    var messages = trail.stream().map(line -> line.path("message").asText()).toList();

    assertThat(messages).contains("job completed", "taste built", "blend completed");
    assertThat(trail)
        .filteredOn(line -> line.path("message").asText().equals("job completed"))
        .allSatisfy(
            line -> {
              assertThat(line.get("job_id").asText()).hasSize(36);
              assertThat(line.get("provider").asText()).isEqualTo("spotify");
              assertThat(line.get("resource").asText()).isNotEmpty();
              assertThat(line.get("status").asText()).isEqualTo("completed");
              assertThat(line.get("function_request_id").asText()).hasSize(36);
              assertThat(line.get("level").asText()).isEqualTo("INFO");
            });
    assertThat(trail)
        .filteredOn(line -> line.path("message").asText().equals("blend completed"))
        .allSatisfy(line -> assertThat(line.get("blend_id").asText()).hasSize(36));
    assertThat(trail).as("counted with the same id").anyMatch(line -> line.has("ItemsAppended"));
    assertThat(trail).anyMatch(line -> line.has("BlendTime"));
  }

  @Test
  void everyJobThatWasAskedForEndsOnItsTrail() throws Exception {
    assertThat(jobs).isPositive();
    var ended = new TreeSet<String>();
    system.await(
        () -> {
          system.lines().stream()
              .filter(of(asked))
              .filter(WatchIT::isJob)
              .forEach(line -> ended.add(line.get("job_id").asText()));
          return ended.size() >= jobs;
        });
    assertThat(asked).isNotEqualTo(connected);
  }

  @Test
  void theSchedulersRunsHaveTrailsOfTheirOwn() throws Exception {
    var runs = system.await(line -> line.path("message").asText().equals("schedule done"));

    assertThat(runs).allSatisfy(line -> assertThat(line.has("jobs_started")).isTrue());
    assertThat(runs)
        .extracting(line -> line.get("correlation_id").asText())
        .doesNotHaveDuplicates()
        .doesNotContain(connected, asked);
  }

  @Test
  void aMessageThatFailsIsOneLineWithItsErrorAndItsOwnTrail() throws Exception {
    var failed = system.await(line -> line.path("message").asText().startsWith("message "));

    assertThat(failed)
        .allSatisfy(
            line -> {
              assertThat(line.get("level").asText()).isEqualTo("ERROR");
              assertThat(line.get("correlation_id").asText())
                  .isEqualTo(line.get("message_id").asText());
              assertThat(line.at("/error/name").asText()).contains("IllegalArgumentException");
              assertThat(line.at("/error/stack").asText()).contains("FetcherHandler");
            });
  }

  @Test
  void aProblemNamesItsRequest() throws Exception {
    var answer = new Visitor(system.url()).get("/v1/nothing");

    assertThat(Visitor.json(answer).get("request_id").asText())
        .isEqualTo(Visitor.requestId(answer));
  }

  @Test
  void everyLineHasATimeALevelAndSaysWhereItIsFrom() throws Exception {
    assertThat(system.lines())
        .filteredOn(line -> !line.has("_aws"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.fieldNames())
                    .toIterable()
                    .contains("timestamp", "level", "message", "logger", "function_name"));
  }

  @Test
  void theRunbooksQueriesAskForFieldsThatLinesHave() throws Exception {
    system.await(line -> line.path("message").asText().startsWith("message "));
    system.await(line -> line.path("message").asText().equals("schedule done"));
    var known = system.fields();
    known.addAll(accessLog());
    var unknown = new ArrayList<String>();
    var queries = Runbook.read().queries();
    for (var query : queries) {
      Runbook.fields(query).stream()
          .filter(field -> !known.contains(field))
          .forEach(field -> unknown.add(field + " in\n" + query));
    }
    assertThat(queries).hasSizeGreaterThan(5);
    assertThat(unknown).isEmpty();
  }

  private static List<String> accessLog() throws Exception {
    var template = Files.readString(Template.repository().resolve("infra/template.yaml"));
    var format = Pattern.compile("Format: '(\\{.*})'").matcher(template);
    assertThat(format.find()).isTrue();
    return Pattern.compile("\"(\\w+)\":")
        .matcher(format.group(1))
        .results()
        .map(name -> name.group(1))
        .collect(Collectors.toList());
  }

  private static Predicate<JsonNode> of(String correlationId) {
    return line -> line.path("correlation_id").asText().equals(correlationId);
  }

  private static Predicate<JsonNode> is(String correlationId, String message) {
    return of(correlationId).and(line -> line.path("message").asText().equals(message));
  }

  private static boolean isJob(JsonNode line) {
    return line.path("message").asText().startsWith("job ") && line.has("status");
  }
}
