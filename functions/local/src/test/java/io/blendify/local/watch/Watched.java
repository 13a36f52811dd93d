package io.blendify.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/**
 * The whole system as a process of its own that logs and counts as it does on Lambda, with its
 * queues on a server that the test reaches too.
 */
final class Watched implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final SQSRestServer queues =
      SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
  private final Path folder;
  private final Path out;
  private final Process process;
  private final URI url;

  private Watched(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.out = folder.resolve("out");
    this.process = launch();
    await(() -> said().contains("Ready."));
    var pages = said().lines().filter(line -> line.strip().startsWith("pages ")).findFirst();
    this.url = URI.create(pages.orElseThrow().strip().split("\\s+")[1].replaceFirst("/$", ""));
  }

  static Watched in(Path folder) throws IOException, InterruptedException {
    return new Watched(folder);
  }

  private Process launch() throws IOException {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx700m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            // As Lambda's runtime client sets it for each invocation.
            "-Dcom.amazonaws.xray.traceHeader=Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1",
            "-cp",
            classes,
            "io.blendify.local.Blendify",
            "start",
            "--port=0",
            "--data=" + folder.resolve("data"));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    var environment = builder.environment();
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "blendify-test-local");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("BLENDIFY_METRICS_NAMESPACE", "Blendify/test");
    environment.put("BLENDIFY_SYNC_COOLDOWN", "0s");
    environment.put("BLENDIFY_SYNC_DAILY_BUDGET", "100000");
    environment.put("AWS_ENDPOINT_URL_SQS", endpoint().toString());
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    return builder.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + queues.waitUntilStarted().localAddress().getPort());
  }

  URI url() {
    return url;
  }

  private String said() throws IOException {
    return Files.exists(out) ? Files.readString(out) : "";
  }

  /** All that was logged and counted so far. */
  List<JsonNode> lines() throws IOException {
    var log = folder.resolve("data/blendify.log");
    var logged = Files.exists(log) ? Files.readString(log) : "";
    var complete = logged.substring(0, logged.lastIndexOf('\n') + 1);
    var counted = said().lines().filter(line -> line.startsWith("{\"_aws\""));
    // PostgreSQL says in the same file what it does while it is set up.
    var ours = complete.lines().filter(line -> line.startsWith("{"));
    return Stream.concat(ours, counted).map(Watched::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  /** Waits until there is such a line, and answers all of them. */
  List<JsonNode> await(Predicate<JsonNode> line) throws IOException, InterruptedException {
    await(() -> lines().stream().anyMatch(line));
    return lines().stream().filter(line).toList();
  }

  void await(Condition condition) throws IOException, InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(process.isAlive()).as(said()).isTrue();
      assertThat(System.nanoTime()).as("in time; " + said()).isLessThan(end);
      Thread.sleep(100);
    }
  }

  interface Condition {
    boolean holds() throws IOException;
  }

  /** Names of all fields so far; those of objects within with a dot. */
  TreeSet<String> fields() throws IOException {
    var names = new TreeSet<String>();
    for (var line : lines()) {
      line.fields()
          .forEachRemaining(
              field -> {
                names.add(field.getKey());
                field
                    .getValue()
                    .fieldNames()
                    .forEachRemaining(in -> names.add(field.getKey() + "." + in));
              });
    }
    return names;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    queues.stopAndWait();
  }
}
