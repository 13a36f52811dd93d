package io.blendify.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands in front of a server of SQS, passes on what it gets, and refuses when it is told to. */
final class Front implements AutoCloseable {

  private static final String TYPE = "application/x-amz-json-1.0";

  private final URI behind;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<@Nullable String> refused = new AtomicReference<>();

  private Front(URI behind) throws IOException {
    this.behind = behind;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  static Front of(URI behind) throws IOException {
    return new Front(behind);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** So many requests to come are too many. */
  void throttleNext(int requests) {
    throttled.set(requests);
  }

  /** The entry of that id fails once, without its sender being to blame; the rest of it goes on. */
  void refuseOnce(String id) {
    refused.set(id);
  }

  int asked() {
    return asked.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.incrementAndGet();
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (throttled.getAndDecrement() > 0) {
        exchange.getResponseHeaders().set("x-amzn-query-error", "RequestThrottled;Sender");
        send(exchange, 403, "{\"__type\":\"com.amazonaws.sqs#RequestThrottled\"}");
        return;
      }
      var unlucky = refused.getAndSet(null);
      var answer = pass(exchange, unlucky == null ? body : without(unlucky, body));
      send(exchange, 200, unlucky == null ? answer : withFailure(unlucky, answer));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String pass(HttpExchange exchange, String body) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI().getPath()));
    for (var name : new String[] {"X-Amz-Target", "Authorization", "X-Amz-Date", "Content-Type"}) {
      request.header(name, exchange.getRequestHeaders().getFirst(name));
    }
    return client
        .send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString())
        .body();
  }

  /** An entry is flat but for its attributes, of which these have none. */
  private static String without(String id, String body) {
    var entry =
        Pattern.compile(",?\\{(?:[^{}]|\\{})*\"Id\":\"" + id + "\"(?:[^{}]|\\{})*}").matcher(body);
    if (!entry.find()) {
      throw new IllegalStateException("no entry " + id + " in " + body);
    }
    return entry.replaceFirst("");
  }

  private static String withFailure(String id, String answer) {
    var failure =
        "{\"Id\":\"%s\",\"SenderFault\":false,\"Code\":\"InternalError\",\"Message\":\"try again\"}"
            .formatted(id);
    var empty = Pattern.compile("\"Failed\"\\s*:\\s*(\\[\\s*]|null)").matcher(answer);
    return empty.find()
        ? empty.replaceFirst("\"Failed\":[" + failure + "]")
        : answer.strip().replaceFirst("\\{", "{\"Failed\":[" + failure + "],");
  }

  private static void send(HttpExchange exchange, int status, String answer) throws IOException {
    var bytes = answer.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
