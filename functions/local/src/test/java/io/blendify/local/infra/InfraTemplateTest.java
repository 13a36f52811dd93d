package io.blendify.local.infra;

import static io.blendify.local.infra.Template.at;
import static io.blendify.local.infra.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be known of the template without an account. */
class InfraTemplateTest {

  private static final Template TEMPLATE = Template.read();
  private static final Map<String, Map<String, Object>> FUNCTIONS =
      TEMPLATE.resources("AWS::Serverless::Function");
  private static final Map<String, Map<String, Object>> QUEUES =
      TEMPLATE.resources("AWS::SQS::Queue");

  /** What a function cannot work without, and has no default for. */
  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "ApiFunction",
              Set.of(
                  "BLENDIFY_SESSION_KEY_ARN",
                  "BLENDIFY_TOKEN_KEYSET_ARN",
                  "BLENDIFY_PUBLIC_URL",
                  "BLENDIFY_UPLOADS_BUCKET",
                  "BLENDIFY_QUEUES_FETCH_SPOTIFY",
                  "BLENDIFY_QUEUES_FETCH_FILE",
                  "BLENDIFY_QUEUES_BLENDS",
                  "SPOTIFY_CLIENT_ID",
                  "SPOTIFY_CLIENT_SECRET_ARN"),
          "SchedulerFunction",
              Set.of(
                  "BLENDIFY_UPLOADS_BUCKET",
                  "BLENDIFY_QUEUES_FETCH_SPOTIFY",
                  "BLENDIFY_QUEUES_FETCH_FILE",
                  "BLENDIFY_QUEUES_TASTE",
                  "BLENDIFY_QUEUES_BLENDS",
                  "BLENDIFY_QUEUES_SPACE"),
          "OperationsFunction",
              Set.of(
                  "BLENDIFY_QUEUES_FETCH_SPOTIFY",
                  "BLENDIFY_QUEUES_FETCH_FILE",
                  "BLENDIFY_QUEUES_TASTE",
                  "BLENDIFY_QUEUES_BLENDS",
                  "BLENDIFY_QUEUES_SPACE"),
          "FetcherFunction",
              Set.of(
                  "BLENDIFY_TOKEN_KEYSET_ARN",
                  "BLENDIFY_UPLOADS_BUCKET",
                  "BLENDIFY_QUEUES_FETCH_SPOTIFY",
                  "BLENDIFY_QUEUES_FETCH_FILE",
                  "BLENDIFY_QUEUES_TASTE",
                  "SPOTIFY_CLIENT_ID",
                  "SPOTIFY_CLIENT_SECRET_ARN"),
          "BlendFunction", Set.of("BLENDIFY_QUEUES_BLENDS"),
          "SpaceFunction", Set.of(),
          "MigrateFunction", Set.of("BLENDIFY_MIGRATE_APP_USER_PASSWORD_ARN"),
          "RotateFunction", Set.of("BLENDIFY_SESSION_KEY_ARN", "BLENDIFY_TOKEN_KEYSET_ARN"));

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    var known = new HashSet<String>();
    for (var section : List.of("Resources", "Parameters", "Conditions")) {
      known.addAll(TEMPLATE.section(section).keySet());
    }
    var text = Files.readString(Template.repository().resolve("infra/template.yaml"));
    var reference =
        Pattern.compile("!Ref ([A-Za-z0-9]+)|!GetAtt ([A-Za-z0-9]+)|[$][{]([A-Z][A-Za-z0-9]+)[}.]");
    var unknown =
        reference
            .matcher(text)
            .results()
            .map(found -> Stream.of(found.group(1), found.group(2), found.group(3)))
            .map(groups -> groups.filter(group -> group != null).findFirst().orElseThrow())
            // Pseudo parameters (AWS::Region), and the local name that one !Sub defines.
            .filter(name -> !name.equals("AWS") && !name.equals("Base"))
            .filter(name -> !known.contains(name))
            .toList();

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyHandlerExistsAndItsZipIsWhatTheBuildMakes() {
    assertThat(FUNCTIONS).hasSize(8);
    FUNCTIONS.forEach(
        (id, function) -> {
          var handler = (String) function.get("Handler");
          var room = handler.split("\\.")[2];
          var source =
              "functions/" + room + "/src/main/java/" + handler.replace('.', '/') + ".java";
          assertThat(Template.repository().resolve(source)).as(id).isRegularFile();
          assertThat(function.get("CodeUri"))
              .isEqualTo("../functions/%s/target/%s-function.zip".formatted(room, room));
        });
  }

  @Test
  void everyQueueHasDeadLettersAndTheDeadLettersAnAlarm() {
    var alarmed = alarmed("QueueName");
    var queues =
        QUEUES.entrySet().stream()
            .filter(queue -> !queue.getKey().endsWith("DeadLetters"))
            .toList();

    assertThat(queues).isNotEmpty();
    for (var queue : queues) {
      var target =
          (String) at(queue.getValue(), "RedrivePolicy", "deadLetterTargetArn").get("!GetAtt");
      assertThat(target).as(queue.getKey()).isNotNull();
      var dead = target.substring(0, target.indexOf('.'));
      assertThat(QUEUES).containsKey(dead);
      assertThat(alarmed).contains(dead + ".QueueName", queue.getKey() + ".QueueName");
    }
  }

  @Test
  void aMessageStaysHiddenForSixTimesItsFunctionsTimeout() {
    var seen = new HashSet<String>();
    FUNCTIONS.forEach(
        (id, function) ->
            map(function.get("Events")).values().stream()
                .map(event -> at(event, "Properties"))
                .forEach(
                    source -> {
                      var queue = queue(source);
                      seen.add(queue);
                      assertThat((Integer) QUEUES.get(queue).get("VisibilityTimeout"))
                          .as(queue)
                          .isGreaterThanOrEqualTo(6 * (Integer) function.get("Timeout"));
                      assertThat(source.get("FunctionResponseTypes"))
                          .isEqualTo(List.of("ReportBatchItemFailures"));
                      assertThat(at(source, "ScalingConfig")).containsKey("MaximumConcurrency");
                    }));

    assertThat(seen)
        .as("every queue is worked off")
        .hasSize((int) QUEUES.keySet().stream().filter(q -> !q.endsWith("DeadLetters")).count());
  }

  @Test
  void everyFunctionHasALogGroupThatForgetsAnAlarmAndARoleOfItsOwn() {
    var logs = TEMPLATE.resources("AWS::Logs::LogGroup");
    var alarmed = alarmed("FunctionName");
    var roles = new HashSet<>();
    FUNCTIONS.forEach(
        (id, function) -> {
          var group = (String) at(function, "LoggingConfig", "LogGroup").get("!Ref");
          assertThat(logs).containsKey(group);
          assertThat(logs.get(group)).containsKey("RetentionInDays");
          assertThat(alarmed).contains(id);
          assertThat(roles.add(map(function.get("Role")).get("!GetAtt"))).as(id).isTrue();
        });
  }

  @Test
  void everythingThatServesWaitsForTheSchema() {
    var resources = TEMPLATE.section("Resources");
    FUNCTIONS.keySet().stream()
        .filter(id -> !id.equals("MigrateFunction"))
        .forEach(
            id ->
                assertThat((List<?>) map(resources.get(id)).get("DependsOn"))
                    .as(id)
                    .anyMatch("Schema"::equals));
  }

  @Test
  void everyVariableThatIsSetIsReadByTheCode() throws IOException {
    var read = properties();
    FUNCTIONS.keySet().stream()
        .flatMap(id -> TEMPLATE.variables(id).stream())
        .filter(name -> !name.equals("JAVA_TOOL_OPTIONS"))
        .distinct()
        .forEach(name -> assertThat(read).contains(squeezed(name)));
  }

  @Test
  void everyVariableThatAFunctionNeedsIsSet() {
    assertThat(NEEDED.keySet()).isEqualTo(FUNCTIONS.keySet());
    NEEDED.forEach(
        (id, needed) ->
            assertThat(TEMPLATE.variables(id))
                .as(id)
                .containsAll(needed)
                .contains(
                    "BLENDIFY_DATABASE_URL",
                    "BLENDIFY_DATABASE_USER",
                    "BLENDIFY_DATABASE_PASSWORD_ARN"));
  }

  @Test
  void everyQueueThatAFunctionKnowsItMayWriteTo() {
    FUNCTIONS.forEach(
        (id, function) -> {
          var allowed = sendable((String) map(function.get("Role")).get("!GetAtt"));
          at(function, "Environment", "Variables")
              .forEach(
                  (name, value) -> {
                    if (name.startsWith("BLENDIFY_QUEUES_")) {
                      assertThat(allowed)
                          .as(id + " " + name)
                          .contains(map(value).get("!Ref") + ".Arn");
                    }
                  });
        });
  }

  /** Whoever may look at a function's settings would see it, and a rotation would not change it. */
  @Test
  void aSecretIsNoSetting() {
    FUNCTIONS
        .keySet()
        .forEach(
            id ->
                assertThat(TEMPLATE.variables(id))
                    .as(id)
                    .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEY|KEYSET)")));
  }

  /** The longest wait for a connection and the longest statement fit into every invocation. */
  @Test
  void theDatabaseGivesUpBeforeAFunctionIsEnded() throws IOException {
    var pool = Files.readString(source("store/src/main/resources/application.properties"));
    var roles =
        Files.readString(source("store/src/main/java/io/blendify/store/role/DatabaseRoles.java"));
    int connection = number(pool, "connection-timeout=(\\d+)000\\n");
    int statement = number(roles, "statement_timeout = '(\\d+)s'");
    int silence = number(pool, "socketTimeout=(\\d+)\\n");

    assertThat(number(pool, "loginTimeout=(\\d+)\\n")).isLessThan(connection);
    assertThat(statement).isLessThan(silence);
    FUNCTIONS.forEach(
        (id, function) ->
            assertThat((Integer) function.get("Timeout"))
                .as(id)
                .isGreaterThan(Math.max(silence, connection + statement)));
  }

  /** What ties a session to one connection of the proxy's for as long as it lasts. */
  @Test
  void nothingIsAskedOfTheProxyThatItCannotShare() throws IOException {
    assertThat(TEMPLATE.section("Globals").toString())
        .contains("${DatabaseProxy.Endpoint}:5432/blendify?sslmode=require&prepareThreshold=0");
    var pinning =
        Pattern.compile(
            "(?s)\"\\s*(SET|RESET|LISTEN|PREPARE|EXECUTE|DISCARD|DEALLOCATE|DECLARE|LOAD)\\s"
                + "|\\bCREATE\\s+TEMP|set_config\\(|nextval\\(|setval\\("
                + "|pg_(try_)?advisory_lock|pg_advisory_unlock|setTransactionIsolation");
    try (var files = Files.walk(source("store/src/main/java"))) {
      for (var file : (Iterable<Path>) files::iterator) {
        // Who migrates goes past the proxy.
        if (file.toString().endsWith(".java") && !file.endsWith("DatabaseRoles.java")) {
          assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(pinning);
        }
      }
    }
  }

  private static Path source(String path) {
    return Template.repository().resolve("functions").resolve(path);
  }

  private static int number(String text, String pattern) {
    var found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static Set<String> alarmed(String dimension) {
    var alarmed = new TreeSet<String>();
    for (var alarm : TEMPLATE.resources("AWS::CloudWatch::Alarm").values()) {
      assertThat((List<?>) alarm.get("AlarmActions")).isNotEmpty();
      for (var one : (List<?>) alarm.get("Dimensions")) {
        if (dimension.equals(map(one).get("Name"))) {
          alarmed.addAll(
              map(map(one).get("Value")).values().stream().map(String::valueOf).toList());
        }
      }
    }
    return alarmed;
  }

  private static String queue(Map<String, Object> source) {
    var arn = (String) map(source.get("Queue")).get("!GetAtt");
    return arn.substring(0, arn.indexOf('.'));
  }

  private static Set<String> sendable(String role) {
    var policies =
        (List<?>)
            TEMPLATE
                .resources("AWS::IAM::Role")
                .get(role.substring(0, role.indexOf('.')))
                .get("Policies");
    return policies.stream()
        .flatMap(policy -> ((List<?>) at(policy, "PolicyDocument").get("Statement")).stream())
        .filter(statement -> list(map(statement).get("Action")).contains("sqs:SendMessage"))
        .flatMap(statement -> list(map(statement).get("Resource")).stream())
        .map(resource -> String.valueOf(map(resource).get("!GetAtt")))
        .collect(Collectors.toSet());
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> many ? many : List.of(value);
  }

  /** The names of all settings in the code, without what separates their words. */
  private static Set<String> properties() throws IOException {
    var names = new HashSet<String>();
    try (var files = Files.walk(Template.repository().resolve("functions"))) {
      for (var file : (Iterable<Path>) files::iterator) {
        var path = file.toString();
        if (path.contains("src/main/") && path.matches(".*[.](java|properties)")) {
          names.addAll(properties(Files.readString(file)));
        }
      }
    }
    for (var queue : List.of("fetch-spotify", "fetch-file", "taste", "blends", "space")) {
      names.add(squeezed("blendify.queues." + queue));
    }
    return names;
  }

  private static Set<String> properties(String source) {
    var names = new HashSet<String>();
    Pattern.compile(
            "(?s)(?:secrets\\.(?:of|member)\\(\\s*|String (?:SETTING|APP_PASSWORD) = )\"([a-z.-]+)\"")
        .matcher(source)
        .results()
        .forEach(found -> names.add(squeezed(found.group(1) + "-arn")));
    Pattern.compile("@Property\\(name = \"([^\"]+)\"|[$][{]([a-z.-]+)[:}]")
        .matcher(source)
        .results()
        .forEach(
            found -> names.add(squeezed(found.group(1) == null ? found.group(2) : found.group(1))));
    var config =
        Pattern.compile(
                "@ConfigurationProperties\\(\"([^\"]+)\"\\)[^{]*?record \\w+\\((.*?)\\)\\s*[{i]",
                Pattern.DOTALL)
            .matcher(source);
    while (config.find()) {
      for (var component : config.group(2).split(",")) {
        var words = component.strip().split("\\s+");
        names.add(squeezed(config.group(1) + words[words.length - 1]));
      }
    }
    return names;
  }

  private static String squeezed(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
