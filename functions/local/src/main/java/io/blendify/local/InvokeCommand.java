package io.blendify.local;

import io.blendify.local.lambda.FunctionZip;
import io.blendify.local.lambda.Launch;
import io.blendify.local.lambda.PackagedFunction;
import io.blendify.local.server.DataFolder;
import io.blendify.local.server.LocalFault;
import io.blendify.local.server.Surroundings;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Invokes a packaged function as Lambda would, for those without Docker. */
@Command(
    name = "invoke",
    description =
        "Invokes a packaged function with an event on AWS's own runtime client, in a JVM of its own."
            + " The answer goes to standard output, times and memory to standard error. Without"
            + " --env a database and queues are started for it.",
    mixinStandardHelpOptions = true)
final class InvokeCommand implements Callable<Integer> {

  /** As in infra/template.yaml. */
  private static final String FLAGS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private static final long MEBIBYTE = 1L << 20;

  @Spec @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FUNCTION", description = "api, scheduler, fetcher, …")
  String function = "";

  @Parameters(index = "1", paramLabel = "EVENT.json", description = "as those in infra/events")
  Path event = Path.of("");

  @Option(
      names = "--env",
      paramLabel = "FILE",
      description =
          "The function's variables: JSON, as infra/events/environment.json. Its database and queues"
              + " must be there.")
  @Nullable Path environment;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Uses the database and the keys that \"blendify --data FOLDER\" has made.")
  @Nullable Path data;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "1",
      description = "Invokes it so often; the first time is the cold one (default: 1).")
  int times = 1;

  @Option(
      names = "--snapstart",
      description = "Runs the hooks before a snapshot and after it, and counts from there.")
  boolean snapStart;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var zip = new FunctionZip(checked(), repository());
    var payload = Files.readString(event);
    try (var folder = folder()) {
      Logs.to(folder.log());
      if (environment != null) {
        return invoke(zip, payload, variables(zip, environment));
      }
      System.err.println("Starting a database and queues …");
      try (var around = Surroundings.start(folder)) {
        return invoke(
            zip,
            payload,
            function.equals("migrate") ? around.administratorsEnvironment() : around.environment());
      }
    }
  }

  private int invoke(FunctionZip zip, String payload, Map<String, String> variables)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("blendify-function-");
    try {
      var launch =
          Launch.of(zip.handler(), zip.unpack(folder.resolve(function)), variables)
              .with("JAVA_TOOL_OPTIONS", FLAGS);
      return run(snapStart ? launch.forSnapshot() : launch, folder.resolve("log"), payload);
    } finally {
      Folders.delete(folder);
    }
  }

  private int run(Launch launch, Path log, String payload)
      throws IOException, InterruptedException {
    var figures = System.err;
    boolean success = true;
    try (var running = PackagedFunction.start(launch, log)) {
      if (snapStart) {
        line(figures, "until the snapshot", running.untilCheckpoint());
        running.restore();
      }
      line(figures, "start-up", running.startup());
      for (int i = 0; i < times; i++) {
        var answer = running.invoke(payload);
        line(figures, i == 0 ? "first invocation" : "invocation " + (i + 1), answer.took());
        success &= answer.success();
        if (i == times - 1) {
          System.out.println(answer.body());
        }
      }
      var memory = running.memory();
      figures.printf(
          "memory: %d MiB, at most %d MiB%n",
          memory.resident() / MEBIBYTE, memory.peak() / MEBIBYTE);
      figures.println("log:");
      running.output().lines().forEach(said -> figures.println("  " + said));
    }
    return success ? 0 : 1;
  }

  private static void line(PrintStream out, String what, Duration took) {
    out.printf("%s: %d ms%n", what, took.toMillis());
  }

  private String checked() {
    if (!FunctionZip.ALL.contains(function)) {
      throw wrong("no function " + function + "; there are " + FunctionZip.ALL);
    }
    if (!Files.isReadable(event)) {
      throw wrong("cannot read the event " + event);
    }
    return function;
  }

  private ParameterException wrong(String line) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), line);
  }

  private DataFolder folder() {
    return data == null ? DataFolder.temporary() : DataFolder.kept(data);
  }

  /** Set by the script that starts this. */
  private static Path repository() {
    return Path.of(System.getProperty("blendify.repository", "")).toAbsolutePath();
  }

  private static Map<String, String> variables(FunctionZip zip, Path file) throws IOException {
    var all =
        JsonMapper.createDefault()
            .readValue(
                Files.readAllBytes(file),
                Argument.mapOf(Argument.STRING, Argument.mapOf(Argument.STRING, Argument.STRING)));
    var own = all.get(zip.logicalId());
    if (own == null) {
      throw new LocalFault(file + " has no entry " + zip.logicalId());
    }
    return own;
  }
}
