package io.blendify.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One function as Lambda would run it: AWS's own runtime client in a JVM of its own, which loads
 * the handler from {@code lib/*.jar} of the unpacked zip and asks a Runtime API for events.
 */
public final class PackagedFunction implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final RuntimeApi runtime;
  private final Process process;
  private final long started;
  private final Path log;

  /**
   * @param log where its output goes
   */
  public static PackagedFunction start(Launch launch, Path log) throws IOException {
    return start(launch, log, null);
  }

  /**
   * Starts it with its first event already waiting, as a cold start on Lambda has it.
   *
   * @param first taken up by the first {@link #answer}
   */
  public static PackagedFunction start(Launch launch, Path log, @Nullable String first)
      throws IOException {
    var runtime = new RuntimeApi(LIMIT);
    if (first != null) {
      runtime.offer(first);
    }
    var process = new ProcessBuilder(RuntimeClient.command(launch));
    process.directory(launch.task().toFile());
    process.environment().keySet().removeIf(name -> !name.equals("PATH"));
    process.environment().putAll(environment(launch, runtime));
    process.environment().putAll(launch.environment());
    process.redirectErrorStream(true).redirectOutput(log.toFile());
    long started = System.nanoTime();
    var running = process.start();
    running.onExit().thenAccept(ended -> runtime.ended("exit status " + ended.exitValue()));
    return new PackagedFunction(runtime, running, started, log);
  }

  private PackagedFunction(RuntimeApi runtime, Process process, long started, Path log) {
    this.runtime = runtime;
    this.process = process;
    this.started = started;
    this.log = log;
  }

  /** Hands over an event and waits for the answer. */
  public Invocation invoke(String event) throws InterruptedException, IOException {
    long since = System.nanoTime();
    runtime.offer(event);
    return answer(since);
  }

  /** Waits for the answer to the event that it was started with; it took since the start. */
  public Invocation answer() throws InterruptedException, IOException {
    return answer(started);
  }

  private Invocation answer(long since) throws InterruptedException, IOException {
    var outcome = runtime.outcome();
    if (outcome == null) {
      throw new IllegalStateException("no answer within " + LIMIT + "\n" + output());
    }
    var took = Duration.ofNanos(outcome.at() - since);
    return new Invocation(outcome.success(), outcome.body(), took);
  }

  /** From the start of the process until the function asked for its first event. */
  public Duration startup() throws InterruptedException, IOException {
    return since(runtime.ready());
  }

  /** From the start of the process until it had made itself ready for a snapshot. */
  public Duration untilCheckpoint() throws InterruptedException, IOException {
    return since(runtime.checkpoint());
  }

  /** Goes on after the snapshot. */
  public void restore() {
    runtime.restore();
  }

  private Duration since(CompletableFuture<Long> moment) throws InterruptedException, IOException {
    try {
      return Duration.ofNanos(moment.get(LIMIT.toSeconds(), TimeUnit.SECONDS) - started);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("it did not start\n" + output(), e);
    }
  }

  /** Of its process, for tools that look into it. */
  public long pid() {
    return process.pid();
  }

  public ProcessMemory memory() throws IOException {
    return ProcessMemory.of(process.pid());
  }

  /** What it wrote to its log so far. */
  public String output() throws IOException {
    return Files.readString(log);
  }

  private static Map<String, String> environment(Launch launch, RuntimeApi runtime) {
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", runtime.address()),
        Map.entry("LAMBDA_TASK_ROOT", launch.task().toString()),
        Map.entry("_HANDLER", launch.handler()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", launch.task().getFileName().toString()),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/blendify/local/function"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "1"),
        Map.entry(
            "AWS_LAMBDA_INITIALIZATION_TYPE", launch.snapStart() ? "snap-start" : "on-demand"),
        Map.entry("AWS_REGION", "eu-central-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "test"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
        Map.entry("TZ", "UTC"));
  }

  /** Ends it as Lambda does, and waits until it is gone: an ahead-of-time cache is written then. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    runtime.close();
  }
}
