package io.blendify.local.infra;

import static io.blendify.local.infra.Template.at;
import static io.blendify.local.infra.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the functions may do on AWS is what their code does, no less and no more. */
class InfraRightsTest {

  private static final Template TEMPLATE = Template.read();

  /** The SDK's methods that the code calls, and what each needs. */
  private static final Map<String, Set<String>> NEEDS =
      Map.ofEntries(
          Map.entry("sendMessageBatch", Set.of("sqs:SendMessage")),
          Map.entry("getQueueUrl", Set.of("sqs:GetQueueUrl")),
          Map.entry("getQueueAttributes", Set.of("sqs:GetQueueAttributes")),
          Map.entry("startMessageMoveTask", Set.of("sqs:StartMessageMoveTask")),
          Map.entry("presignPutObject", Set.of("s3:PutObject")),
          // ListBucket makes a missing object a 404 and not a 403.
          Map.entry("headObject", Set.of("s3:GetObject", "s3:ListBucket")),
          Map.entry("getObject", Set.of("s3:GetObject")),
          Map.entry("deleteObject", Set.of("s3:DeleteObject")),
          Map.entry("getSecretValue", Set.of("secretsmanager:GetSecretValue")),
          Map.entry("describeSecret", Set.of("secretsmanager:DescribeSecret")),
          Map.entry("putSecretValue", Set.of("secretsmanager:PutSecretValue")),
          Map.entry("updateSecretVersionStage", Set.of("secretsmanager:UpdateSecretVersionStage")));

  /** What AWS does on behalf of a function: logs, queue events, the bucket's key. */
  private static final Set<String> BY_AWS =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "kms:GenerateDataKey",
          "kms:Decrypt");

  @Test
  void everyCallOfTheSdkIsKnownHere() throws IOException {
    assertThat(called()).isEqualTo(NEEDS.keySet());
  }

  @Test
  void theFunctionsMayDoWhatTheCodeDoesAndNothingElse() {
    var needed = NEEDS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    needed.addAll(BY_AWS);
    var allowed = new TreeSet<String>();
    functionRoles().forEach(role -> statements(role).forEach(one -> allowed.addAll(actions(one))));

    assertThat(allowed).isEqualTo(new TreeSet<>(needed));
  }

  /** Who knows where a secret lies may read it, and nobody may read another. */
  @Test
  void aFunctionReadsItsOwnSecretsAndNoOthers() {
    TEMPLATE
        .resources("AWS::Serverless::Function")
        .forEach(
            (id, function) -> {
              var known = new TreeSet<String>();
              for (var variables :
                  List.of(
                      at(TEMPLATE.section("Globals"), "Function", "Environment", "Variables"),
                      at(function, "Environment", "Variables"))) {
                variables.forEach(
                    (name, value) -> {
                      if (name.endsWith("_ARN")) {
                        // A function's own setting takes the common one's place.
                        if (name.equals("BLENDIFY_DATABASE_PASSWORD_ARN")) {
                          known.clear();
                        }
                        known.add(secret(value));
                      }
                    });
              }
              var role = String.valueOf(map(function.get("Role")).get("!GetAtt")).split("\\.")[0];
              assertThat(resources(role, "secretsmanager:GetSecretValue")).as(id).isEqualTo(known);
            });
  }

  @Test
  void onlyWhoRotatesASecretWritesItAndItIsRotated() {
    var rotated = new TreeSet<String>();
    for (var schedule : TEMPLATE.resources("AWS::SecretsManager::RotationSchedule").values()) {
      rotated.add(secret(schedule.get("SecretId")));
      assertThat(map(schedule.get("RotationLambdaARN")).get("!Ref"))
          .isEqualTo("RotateFunction.Alias");
    }
    assertThat(rotated).hasSize(3);
    for (var role : functionRoles()) {
      for (var action : List.of("PutSecretValue", "UpdateSecretVersionStage", "DescribeSecret")) {
        assertThat(resources(role, "secretsmanager:" + action))
            .as(role)
            .isEqualTo(role.equals("RotateRole") ? rotated : Set.of());
      }
    }
  }

  private static Set<String> resources(String role, String action) {
    return statements(role).stream()
        .filter(statement -> actions(statement).contains(action))
        .flatMap(statement -> list(statement.get("Resource")).stream())
        .map(InfraRightsTest::secret)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a setting, a schedule and a right call one secret in different ways. */
  private static String secret(Object value) {
    return String.valueOf(map(value).values().iterator().next())
        .replaceFirst("^arn:.*:secret:", "")
        .replace("-??????", "");
  }

  @Test
  void noRightIsForEverything() {
    for (var role : functionRoles()) {
      for (var statement : statements(role)) {
        assertThat(list(statement.get("Resource")).contains("*")).as(role).isFalse();
        assertThat(actions(statement)).as(role).noneMatch(action -> action.endsWith("*"));
      }
    }
  }

  @Test
  void deadLettersGoBackOnlyToTheirOwnQueue() {
    var queues = TEMPLATE.resources("AWS::SQS::Queue");
    assertThat(queues).isNotEmpty();
    queues.forEach(
        (id, queue) -> {
          if (id.endsWith("DeadLetters")) {
            var own = String.valueOf(at(queue, "QueueName").get("!Sub"));
            var sources = String.valueOf(at(queue, "RedriveAllowPolicy").get("sourceQueueArns"));
            assertThat(sources).as(id).endsWith(own.replace("-dead-letters", "") + "}]");
          }
        });
  }

  /** CloudFormation finds this out only when it deploys the size that lacks the resource. */
  @Test
  void whatOnlyOneSizeHasIsNotAskedForByTheOther() {
    var conditions = conditions();
    assertThat(conditions).isNotEmpty();
    TEMPLATE
        .section("Resources")
        .forEach(
            (id, resource) -> {
              var own = map(resource).get("Condition");
              check(id, map(resource).get("Properties"), own == null ? "" : own + "", conditions);
            });
  }

  private static void check(String id, Object value, String holds, Map<String, String> conditions) {
    if (value instanceof List<?> list) {
      list.forEach(one -> check(id, one, holds, conditions));
    } else if (value instanceof Map<?, ?> map) {
      if (map.get("!If") instanceof List<?> branches) {
        var condition = String.valueOf(branches.getFirst());
        check(id, branches.get(1), condition, conditions);
        check(id, branches.get(2), opposite(condition), conditions);
        return;
      }
      referred(map).stream()
          .filter(conditions::containsKey)
          .forEach(
              other ->
                  assertThat(holds)
                      .as("%s asks for %s", id, other)
                      .isEqualTo(conditions.get(other)));
      map.values().forEach(one -> check(id, one, holds, conditions));
    }
  }

  private static String opposite(String condition) {
    return switch (condition) {
      case "IsStandard" -> "IsSmall";
      case "IsSmall" -> "IsStandard";
      default -> "not " + condition;
    };
  }

  private static Set<String> referred(Map<?, ?> value) {
    var names = new HashSet<String>();
    for (var tag : List.of("!Ref", "!GetAtt")) {
      if (value.get(tag) instanceof String name) {
        names.add(name.split("\\.")[0]);
      }
    }
    if (value.get("!Sub") instanceof String text) {
      Pattern.compile("[$][{]([A-Za-z0-9]+)")
          .matcher(text)
          .results()
          .forEach(found -> names.add(found.group(1)));
    }
    return names;
  }

  private static Map<String, String> conditions() {
    return TEMPLATE.section("Resources").entrySet().stream()
        .filter(resource -> map(resource.getValue()).get("Condition") != null)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                resource -> String.valueOf(map(resource.getValue()).get("Condition"))));
  }

  private static Set<String> functionRoles() {
    return TEMPLATE.resources("AWS::Serverless::Function").values().stream()
        .map(function -> String.valueOf(map(function.get("Role")).get("!GetAtt")).split("\\.")[0])
        .collect(Collectors.toSet());
  }

  private static List<Map<String, Object>> statements(String role) {
    var policies = (List<?>) TEMPLATE.resources("AWS::IAM::Role").get(role).get("Policies");
    return policies.stream()
        .flatMap(policy -> ((List<?>) at(policy, "PolicyDocument").get("Statement")).stream())
        .map(Template::map)
        .toList();
  }

  private static List<String> actions(Map<String, Object> statement) {
    return list(statement.get("Action")).stream().map(String::valueOf).toList();
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> many ? many : List.of(value);
  }

  private static Set<String> called() throws IOException {
    var called = new TreeSet<String>();
    var call =
        Pattern.compile(
            "(?:client|presigner)(?:\\s*[.]get\\(\\))?\\s*[.](\\w+)\\(\\s*(?:\\w+|\\w+ ->)\\s");
    try (var files = Files.walk(Template.repository().resolve("functions/aws/src/main"))) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".java")) {
          call.matcher(Files.readString(file)).results().forEach(f -> called.add(f.group(1)));
        }
      }
    }
    return called;
  }
}
