package io.blendify.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime asks for its work.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {

  /**
   * How an invocation ended.
   *
   * @param success whether it was posted to {@code /response}
   * @param at {@link System#nanoTime} of its arrival
   */
  record Outcome(boolean success, String body, long at) {}

  private static final String ROOT = "/2018-06-01/runtime";

  private final HttpServer server;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private final CompletableFuture<Long> ready = new CompletableFuture<>();
  private final CompletableFuture<Long> checkpoint = new CompletableFuture<>();
  private final CompletableFuture<Boolean> restored = new CompletableFuture<>();
  private final Duration limit;

  RuntimeApi(Duration limit) throws IOException {
    this.limit = limit;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT + "/invocation/next", this::next);
    server.createContext(ROOT + "/invocation/", this::done);
    server.createContext(ROOT + "/init/error", exchange -> take(exchange, false));
    server.createContext(ROOT + "/restore/next", this::restore);
    server.createContext(ROOT + "/restore/error", exchange -> take(exchange, false));
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Gives the function its first event before it asks, so that nothing waits for us. */
  void offer(String event) {
    events.add(event);
  }

  /** Waits for what the function answers to the event that is due; null where it takes too long. */
  @Nullable Outcome outcome() throws InterruptedException {
    return outcomes.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** {@link System#nanoTime} at which the function first asked for an event. */
  CompletableFuture<Long> ready() {
    return ready;
  }

  /** {@link System#nanoTime} at which the function had made itself ready for a snapshot. */
  CompletableFuture<Long> checkpoint() {
    return checkpoint;
  }

  /** Lets a function go on that waits in its snapshot. */
  void restore() {
    restored.complete(true);
  }

  /** The function's process is gone: nobody shall wait for it any longer. */
  void ended(String how) {
    var gone = new IllegalStateException("the process ended: " + how);
    ready.completeExceptionally(gone);
    checkpoint.completeExceptionally(gone);
    outcomes.add(new Outcome(false, how, System.nanoTime()));
  }

  private void next(HttpExchange exchange) throws IOException {
    ready.complete(System.nanoTime());
    try (exchange) {
      var event = events.take().getBytes(UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
      headers.set(
          "Lambda-Runtime-Deadline-Ms",
          Long.toString(System.currentTimeMillis() + limit.toMillis()));
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:eu-central-1:123456789012:function:packaged:live");
      headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void done(HttpExchange exchange) throws IOException {
    take(exchange, exchange.getRequestURI().getPath().endsWith("/response"));
  }

  private void take(HttpExchange exchange, boolean success) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      exchange.sendResponseHeaders(202, -1);
      outcomes.add(new Outcome(success, body, System.nanoTime()));
    }
  }

  private void restore(HttpExchange exchange) throws IOException {
    checkpoint.complete(System.nanoTime());
    try (exchange) {
      restored.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
