package io.blendify.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * One function as Lambda would run it: AWS's own runtime client in a JVM of its own, which loads
 * the handler from {@code lib/*.jar} of the unpacked zip and asks a Runtime API for events.
 */
final class PackagedFunction implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final RuntimeApi runtime;
  private final Process process;
  private final Path log;

  /**
   * @param environment what the template sets for this function
   */
  static PackagedFunction start(
      String function, String handler, Map<String, String> environment, Path folder)
      throws IOException {
    var task = Files.createDirectories(folder.resolve(function));
    new FunctionZip(function).unpack(task);
    var runtime = new RuntimeApi(LIMIT);
    var log = folder.resolve(function + ".log");
    var process = new ProcessBuilder(command(handler)).directory(task.toFile());
    process.environment().keySet().removeIf(name -> !name.equals("PATH"));
    process.environment().putAll(environment);
    process.environment().putAll(lambda(function, handler, runtime, task));
    process.redirectErrorStream(true).redirectOutput(log.toFile());
    return new PackagedFunction(runtime, process.start(), log);
  }

  private PackagedFunction(RuntimeApi runtime, Process process, Path log) {
    this.runtime = runtime;
    this.process = process;
    this.log = log;
  }

  /** The answer's JSON; fails with the function's own output where it threw. */
  String invoke(String event) throws Exception {
    var outcome = runtime.invoke(event);
    if (!outcome.success()) {
      throw new AssertionError("the function threw " + outcome.body() + "\n" + output());
    }
    return outcome.body();
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  private static List<String> command(String handler) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        runtimeJars(),
        AWSLambda.class.getName(),
        handler);
  }

  /** What the managed runtime brings; everything else must come from the zip. */
  private static String runtimeJars() {
    return Stream.of(
            AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(PackagedFunction::jar)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Class<?> type) {
    try {
      var source = type.getProtectionDomain().getCodeSource().getLocation();
      return Path.of(source.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> lambda(
      String function, String handler, RuntimeApi runtime, Path task) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", runtime.address()),
        Map.entry("LAMBDA_TASK_ROOT", task.toString()),
        Map.entry("_HANDLER", handler),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "blendify-" + function),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/blendify/test/" + function),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "1"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("AWS_REGION", "eu-central-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "test"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
        Map.entry("TZ", "UTC"));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    runtime.close();
  }
}
