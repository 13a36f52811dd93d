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
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a runtime asks for its work.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {

  /** How an invocation ended: what was posted, and whether to {@code /response}. */
  record Outcome(boolean success, String body) {}

  private static final String ROOT = "/2018-06-01/runtime";

  private final HttpServer server;
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private final Duration limit;

  RuntimeApi(Duration limit) throws IOException {
    this.limit = limit;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT + "/invocation/next", this::next);
    server.createContext(ROOT + "/invocation/", this::done);
    server.createContext(ROOT + "/init/error", exchange -> take(exchange, false));
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands the event to the function and waits for what it answers. */
  Outcome invoke(String event) throws InterruptedException {
    events.put(event);
    var outcome = outcomes.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (outcome == null) {
      throw new AssertionError("no answer within " + limit);
    }
    return outcome;
  }

  private void next(HttpExchange exchange) throws IOException {
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
      outcomes.add(
          new Outcome(success, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      exchange.sendResponseHeaders(202, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
