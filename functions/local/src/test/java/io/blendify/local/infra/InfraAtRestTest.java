package io.blendify.local.infra;

import static io.blendify.local.infra.Template.at;
import static io.blendify.local.infra.Template.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is kept is encrypted, is kept as long as it should be, and nobody outside reaches it. */
class InfraAtRestTest {

  private static final Template TEMPLATE = Template.read();

  /** Of each type that keeps something: how one sees that it is encrypted. */
  private static final Map<String, BiConsumer<String, Map<String, Object>>> ENCRYPTED =
      Map.of(
          "AWS::SQS::Queue", (id, queue) -> isTrue(id, queue, "SqsManagedSseEnabled"),
          "AWS::SNS::Topic", (id, topic) -> hasOurKey(id, topic, "KmsMasterKeyId"),
          "AWS::SecretsManager::Secret", (id, secret) -> hasOurKey(id, secret, "KmsKeyId"),
          "AWS::RDS::DBCluster",
              (id, database) -> {
                isTrue(id, database, "StorageEncrypted");
                hasOurKey(id, database, "KmsKeyId");
              },
          "AWS::S3::Bucket",
              (id, bucket) ->
                  assertThat(String.valueOf(bucket.get("BucketEncryption")))
                      .as(id)
                      .contains("DataKey.Arn"),
          "AWS::EC2::Instance",
              (id, instance) ->
                  assertThat(String.valueOf(instance.get("BlockDeviceMappings")))
                      .as(id)
                      .contains("Encrypted=true"));

  /** Types that keep nothing of people's, or that AWS encrypts by itself without being told. */
  private static final Pattern KEEPS_NOTHING =
      Pattern.compile(
          "AWS::(EC2::(VPC.*|Subnet.*|InternetGateway|EIP.*|NatGateway|SecurityGroup|Route.*)"
              + "|IAM::.*|KMS::Key|RDS::(DBSubnetGroup|DBInstance|DBProxy.*)|Logs::LogGroup"
              + "|S3::BucketPolicy|Serverless::Function|Lambda::.*|ApiGatewayV2::.*"
              + "|Scheduler::Schedule|SNS::Subscription|Budgets::Budget|CloudWatch::.*"
              + "|SecretsManager::(RotationSchedule|ResourcePolicy)|Events::Rule)|Custom::.*");

  @Test
  void everythingThatKeepsSomethingIsEncrypted() {
    var types =
        TEMPLATE.section("Resources").values().stream()
            .map(resource -> String.valueOf(map(resource).get("Type")))
            .collect(Collectors.toSet());
    assertThat(types).containsAll(ENCRYPTED.keySet());
    for (var type : types) {
      var check = ENCRYPTED.get(type);
      if (check == null) {
        assertThat(type).as("a type of which it is not known").matches(KEEPS_NOTHING);
      } else {
        TEMPLATE.resources(type).forEach(check);
      }
    }
  }

  @Test
  void theDatabaseOutlivesTheStackAndCanBeTurnedBack() {
    var databases = new HashMap<String, Object>(TEMPLATE.section("Resources"));
    databases.keySet().retainAll(TEMPLATE.resources("AWS::RDS::DBCluster").keySet());
    assertThat(databases).isNotEmpty();
    databases
        .values()
        .forEach(
            database -> {
              assertThat(map(database))
                  .containsEntry("DeletionPolicy", "Snapshot")
                  .containsEntry("UpdateReplacePolicy", "Snapshot");
              var properties = at(database, "Properties");
              assertThat(properties).containsEntry("DeletionProtection", true);
              assertThat((Integer) properties.get("BackupRetentionPeriod"))
                  .isGreaterThanOrEqualTo(7);
            });
  }

  /** RDS writes to a group of its own making where there is none, and that one keeps everything. */
  @Test
  void everyLogGroupForgetsTheDatabasesToo() {
    var groups = TEMPLATE.resources("AWS::Logs::LogGroup");
    groups.forEach((id, group) -> assertThat(group).as(id).containsKey("RetentionInDays"));
    var names =
        groups.values().stream()
            .map(group -> String.valueOf(map(group.get("LogGroupName")).get("!Sub")))
            .collect(Collectors.toSet());
    TEMPLATE
        .resources("AWS::RDS::DBCluster")
        .forEach(
            (id, database) -> {
              var cluster = map(database.get("DBClusterIdentifier")).get("!Sub");
              for (var log : (List<?>) database.get("EnableCloudwatchLogsExports")) {
                assertThat(names).as(id).contains("/aws/rds/cluster/" + cluster + "/" + log);
              }
            });
  }

  @Test
  void functionsAndDatabaseStandWhereNobodyReachesThem() {
    assertThat(list(at(TEMPLATE.section("Globals"), "Function", "VpcConfig").get("SubnetIds")))
        .isEqualTo(Set.of("PrivateSubnetA", "PrivateSubnetB"));
    TEMPLATE
        .resources("AWS::RDS::DBSubnetGroup")
        .forEach(
            (id, group) ->
                assertThat(list(group.get("SubnetIds")))
                    .as(id)
                    .isEqualTo(Set.of("PrivateSubnetA", "PrivateSubnetB")));
    TEMPLATE
        .resources("AWS::RDS::DBInstance")
        .forEach((id, instance) -> assertThat(instance).containsEntry("PubliclyAccessible", false));
    TEMPLATE
        .resources("AWS::EC2::SecurityGroup")
        .forEach(
            (id, group) ->
                assertThat(String.valueOf(group.get("SecurityGroupIngress")))
                    .as(id)
                    .doesNotContain("0.0.0.0/0", "::/0"));
  }

  private static Set<String> list(Object references) {
    return ((List<?>) references)
        .stream()
            .map(reference -> String.valueOf(map(reference).get("!Ref")))
            .collect(Collectors.toSet());
  }

  private static void isTrue(String id, Map<String, Object> properties, String name) {
    assertThat(properties).as(id).containsEntry(name, true);
  }

  private static void hasOurKey(String id, Map<String, Object> properties, String name) {
    assertThat(map(properties.get(name)).values().stream().map(String::valueOf))
        .as(id + "." + name)
        .anyMatch(value -> value.startsWith("DataKey"));
  }
}
