package io.blendify.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Secrets Manager's protocol (AWS JSON 1.1 over HTTP) with its versions and stages, in this JVM.
 * The SDK finds it by {@code AWS_ENDPOINT_URL_SECRETS_MANAGER}, or {@link #pointSdkHere()}.
 *
 * <p>What it knows: CreateSecret, PutSecretValue, GetSecretValue, DescribeSecret,
 * UpdateSecretVersionStage, RotateSecret (calls the {@link Rotation} given, step by step, before it
 * answers) and DeleteSecret. No policies, no keys, no replicas; whoever signs is let in.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/Welcome.html">API
 *     reference</a>
 */
public final class FakeSecretsManager implements AutoCloseable {

  /** What Secrets Manager calls for each of the four steps. */
  @FunctionalInterface
  public interface Rotation {
    void step(String step, String secretId, String clientRequestToken);
  }

  private static final List<String> STEPS =
      List.of("createSecret", "setSecret", "testSecret", "finishSecret");

  private final HttpServer server;
  private final FakeSecrets secrets;
  private final List<String> calls = new ArrayList<>();
  private volatile Rotation rotation = (step, secret, token) -> {};
  private volatile boolean down;

  public FakeSecretsManager() {
    this(InstantSource.system());
  }

  /** Dates are that clock's. */
  public FakeSecretsManager(InstantSource clock) {
    this.secrets = new FakeSecrets(clock);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** For clients made in this JVM from now on. */
  public void pointSdkHere() {
    System.setProperty("aws.endpointUrlSecretsManager", endpoint().toString());
    System.setProperty("aws.region", "eu-central-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  /** A client of its own, to be closed by who asked. */
  public SecretsManagerClient client() {
    return SecretsManagerClient.builder()
        .endpointOverride(endpoint())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /** Makes a secret; answers its ARN. */
  public String create(String name, String value) {
    return secrets.create(name, UUID.randomUUID().toString(), value);
  }

  /** A new version that counts from now on, as an operator or a finished rotation would store. */
  public void put(String secretId, String value) {
    var token = UUID.randomUUID().toString();
    secrets.put(secretId, token, value, List.of("AWSCURRENT"));
  }

  /** The value that counts. */
  public String current(String secretId) {
    return secrets.find(secretId, null, "AWSCURRENT").value();
  }

  /** Version ids and their stages; versions without any are gone. */
  public Map<String, List<String>> stages(String secretId) {
    return secrets.stages(secretId);
  }

  /** Who rotates. */
  public void rotateWith(Rotation rotates) {
    rotation = rotates;
  }

  /** From now on every call fails with 500, or again with none. */
  public void setDown(boolean down) {
    this.down = down;
  }

  /** The operations called so far, such as {@code GetSecretValue}. */
  public List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      var operation = target.substring(target.indexOf('.') + 1);
      synchronized (calls) {
        calls.add(operation);
      }
      try {
        check(exchange, target);
        send(exchange, 200, done(operation, JsonNode.parser().parse(body).asObject()));
      } catch (FakeSecrets.Refusal e) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", e.type());
        send(exchange, e.status(), Map.of("__type", e.type(), "message", e.getMessage()));
      }
    }
  }

  private void check(HttpExchange exchange, String target) {
    if (down) {
      throw new FakeSecrets.Refusal(500, "InternalServiceError", "An internal error occurred.");
    }
    var signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!signed.startsWith("AWS4-HMAC-SHA256 ") || !signed.contains("/secretsmanager/")) {
      throw new FakeSecrets.Refusal(400, "MissingAuthenticationTokenException", "Not signed.");
    }
    if (!exchange.getRequestMethod().equals("POST") || !target.startsWith("secretsmanager.")) {
      throw new FakeSecrets.Refusal(400, "UnknownOperationException", "Unknown: " + target);
    }
  }

  private Map<String, Object> done(String operation, Map<String, JsonNode> asked) {
    var id = text(asked, operation.equals("CreateSecret") ? "Name" : "SecretId");
    var token = text(asked, "ClientRequestToken");
    return switch (operation) {
      case "CreateSecret" -> {
        var arn = secrets.create(id, token, text(asked, "SecretString"));
        yield Map.of("ARN", arn, "Name", id, "VersionId", token);
      }
      case "PutSecretValue" -> {
        var stages = asked.get("VersionStages");
        var wanted =
            stages == null
                ? List.of("AWSCURRENT")
                : stages.asArray().stream().map(JsonNode::asString).toList();
        yield described(secrets.put(id, token, text(asked, "SecretString"), wanted), id, false);
      }
      case "GetSecretValue" -> {
        var version = text(asked, "VersionId");
        yield described(secrets.find(id, version, text(asked, "VersionStage")), id, true);
      }
      case "DescribeSecret" -> secrets.describe(id);
      case "UpdateSecretVersionStage" -> {
        secrets.move(
            id,
            text(asked, "VersionStage"),
            text(asked, "MoveToVersionId"),
            text(asked, "RemoveFromVersionId"));
        yield Map.of("ARN", secrets.arn(id), "Name", secrets.name(id));
      }
      case "RotateSecret" -> rotate(id, token);
      case "DeleteSecret" -> {
        var arn = secrets.arn(id);
        var name = secrets.name(id);
        secrets.delete(id);
        yield Map.of("ARN", arn, "Name", name);
      }
      default -> throw new FakeSecrets.Refusal(400, "UnknownOperationException", operation);
    };
  }

  private Map<String, Object> rotate(String id, String token) {
    secrets.startRotation(id, token);
    try {
      for (var step : STEPS) {
        rotation.step(step, secrets.arn(id), token);
      }
    } catch (RuntimeException e) {
      // The real one answers before it begins; so tests need not wait, this one tells how it ended.
      throw new FakeSecrets.Refusal(400, "InvalidRequestException", String.valueOf(e));
    }
    return Map.of("ARN", secrets.arn(id), "Name", secrets.name(id), "VersionId", token);
  }

  private Map<String, Object> described(FakeSecrets.Version version, String id, boolean value) {
    var answer = new java.util.LinkedHashMap<String, Object>();
    answer.put("ARN", secrets.arn(id));
    answer.put("Name", secrets.name(id));
    answer.put("VersionId", version.id());
    answer.put("VersionStages", version.stages());
    if (value) {
      answer.put("SecretString", version.value());
      answer.put("CreatedDate", version.created());
    }
    return answer;
  }

  private static String text(Map<String, JsonNode> asked, String name) {
    var node = asked.get(name);
    return node == null || node.isNull() ? null : node.asString();
  }

  private static void send(HttpExchange exchange, int status, Map<String, ?> answer)
      throws IOException {
    var json = JsonWriter.create();
    write(json, answer);
    var bytes = json.getBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void write(JsonWriter json, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach(
            (name, one) -> {
              json.writeFieldName(String.valueOf(name));
              write(json, one);
            });
        json.writeEndObject();
      }
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(one -> write(json, one));
        json.writeEndArray();
      }
      case Boolean flag -> json.writeValue(flag);
      case Instant at -> json.writeValue(at.toEpochMilli() / 1000.0);
      default -> json.writeValue(String.valueOf(value));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
