package io.blendify.aws;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What {@link FakeSecretsManager} keeps, and the rules of versions and stages. */
final class FakeSecrets {

  private static final String ARN = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:";
  private static final String CURRENT = "AWSCURRENT";
  private static final String PREVIOUS = "AWSPREVIOUS";
  private static final String PENDING = "AWSPENDING";

  private final InstantSource clock;
  private final Map<String, Secret> secrets = new TreeMap<>();

  FakeSecrets(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param value null for a version that a rotation announced and nobody stored yet
   */
  record Version(String id, String value, Instant created, List<String> stages) {}

  private static final class Secret {
    final String name;
    final Map<String, String> values = new LinkedHashMap<>();
    final Map<String, Instant> created = new LinkedHashMap<>();
    final Map<String, String> stages = new TreeMap<>();
    boolean rotates;
    Instant rotated;
    Instant changed;

    Secret(String name) {
      this.name = name;
    }
  }

  synchronized String create(String name, String token, String value) {
    if (secrets.containsKey(name)) {
      throw exists("The operation failed because the secret " + name + " already exists.");
    }
    var secret = new Secret(name);
    secret.changed = clock.instant();
    secrets.put(name, secret);
    if (value != null) {
      put(name, token, value, List.of(CURRENT));
    }
    return arn(name);
  }

  synchronized Version put(String id, String token, String value, List<String> stages) {
    var secret = secret(id);
    if (token == null || token.length() < 32 || token.length() > 64) {
      throw invalid("ClientRequestToken must have 32 to 64 characters.");
    }
    var known = secret.values.get(token);
    if (known != null && !known.equals(value)) {
      throw exists("You can't use ClientRequestToken " + token + " because that value is taken.");
    }
    secret.values.put(token, value);
    secret.created.putIfAbsent(token, clock.instant());
    secret.changed = clock.instant();
    stages.forEach(stage -> attach(secret, stage, token));
    if (!secret.stages.containsKey(CURRENT)) {
      attach(secret, CURRENT, token);
    }
    return version(secret, token);
  }

  synchronized Version find(String id, String version, String stage) {
    var secret = secret(id);
    var label = stage == null && version == null ? CURRENT : stage;
    var found = version == null ? secret.stages.get(label) : version;
    if (found == null || secret.values.get(found) == null) {
      throw missing(
          "Secrets Manager can't find the specified secret value for "
              + (version == null ? "staging label: " + label : "VersionId: " + version));
    }
    if (version != null && stage != null && !version.equals(secret.stages.get(stage))) {
      throw new Refusal(
          400, "InvalidRequestException", "You provided a VersionStage that is not associated.");
    }
    return version(secret, found);
  }

  synchronized void move(String id, String stage, String to, String from) {
    var secret = secret(id);
    var holder = secret.stages.get(stage);
    if (to != null && !secret.values.containsKey(to)) {
      throw missing("Secrets Manager can't find the specified secret version.");
    }
    if (holder != null && !holder.equals(to) && !holder.equals(from)) {
      throw invalid("The parameter RemoveFromVersionId can't be empty. Staging label " + stage);
    }
    if (from != null && !from.equals(holder)) {
      throw invalid("Staging label " + stage + " is not attached to version " + from);
    }
    if (to == null) {
      secret.stages.remove(stage);
    } else {
      boolean finishes = stage.equals(CURRENT) && to.equals(secret.stages.get(PENDING));
      attach(secret, stage, to);
      if (finishes && secret.rotates) {
        secret.rotated = clock.instant();
      }
    }
    secret.changed = clock.instant();
  }

  synchronized void startRotation(String id, String token) {
    var secret = secret(id);
    var pending = secret.stages.get(PENDING);
    if (pending != null && !pending.equals(token) && !pending.equals(secret.stages.get(CURRENT))) {
      throw new Refusal(
          400,
          "InvalidRequestException",
          "A previous rotation isn't complete. That rotation will be reattempted.");
    }
    secret.rotates = true;
    secret.changed = clock.instant();
    secret.values.putIfAbsent(token, null);
    secret.stages.put(PENDING, token);
  }

  synchronized Map<String, Object> describe(String id) {
    var secret = secret(id);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("ARN", arn(id));
    answer.put("Name", secret.name);
    answer.put("RotationEnabled", secret.rotates);
    answer.put("LastChangedDate", secret.changed);
    if (secret.rotated != null) {
      answer.put("LastRotatedDate", secret.rotated);
    }
    answer.put("VersionIdsToStages", stages(id));
    return answer;
  }

  synchronized Map<String, List<String>> stages(String id) {
    var stages = new TreeMap<String, List<String>>();
    secret(id)
        .stages
        .forEach(
            (stage, version) -> stages.computeIfAbsent(version, _ -> new ArrayList<>()).add(stage));
    return stages;
  }

  synchronized void delete(String id) {
    secrets.remove(secret(id).name);
  }

  synchronized String arn(String id) {
    return ARN + secret(id).name + "-AbCdEf";
  }

  synchronized String name(String id) {
    return secret(id).name;
  }

  private Secret secret(String id) {
    var name = String.valueOf(id);
    if (name.startsWith(ARN)) {
      name = name.substring(ARN.length()).replaceFirst("-AbCdEf$", "");
    }
    var secret = secrets.get(name);
    if (secret == null) {
      throw missing("Secrets Manager can't find the specified secret.");
    }
    return secret;
  }

  /** A stage is at one version at most; who loses AWSCURRENT is AWSPREVIOUS from then on. */
  private static void attach(Secret secret, String stage, String version) {
    var before = secret.stages.put(stage, version);
    if (stage.equals(CURRENT) && before != null && !before.equals(version)) {
      secret.stages.put(PREVIOUS, before);
    }
    // A version without a stage is deprecated and deleted; this one at once, the real one later.
    var staged = Set.copyOf(secret.stages.values());
    secret.values.keySet().retainAll(staged);
    secret.created.keySet().retainAll(staged);
  }

  private static Version version(Secret secret, String id) {
    var stages =
        secret.stages.entrySet().stream()
            .filter(stage -> stage.getValue().equals(id))
            .map(Map.Entry::getKey)
            .toList();
    return new Version(id, secret.values.get(id), secret.created.get(id), stages);
  }

  private static Refusal missing(String message) {
    return new Refusal(400, "ResourceNotFoundException", message);
  }

  private static Refusal exists(String message) {
    return new Refusal(400, "ResourceExistsException", message);
  }

  private static Refusal invalid(String message) {
    return new Refusal(400, "InvalidParameterException", message);
  }

  /** An answer of Secrets Manager's that is an error. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String type;

    Refusal(int status, String type, String message) {
      super(message);
      this.status = status;
      this.type = type;
    }

    int status() {
      return status;
    }

    String type() {
      return type;
    }
  }
}
