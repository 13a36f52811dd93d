package io.blendify.migrate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Where CloudFormation waits for answers: takes PUT requests on the loopback address. */
final class WaitingCloudFormation implements AutoCloseable {

  private final HttpServer server;
  private final int[] statuses;
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private volatile @Nullable String contentType;

  /** The statuses that it replies with, the last one from then on; 200 where none is given. */
  WaitingCloudFormation(int... statuses) throws IOException {
    this.statuses = statuses.length == 0 ? new int[] {200} : statuses;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/answer?signature=s3cret";
  }

  /** The last one. */
  String answer() {
    return answers.getLast();
  }

  List<String> answers() {
    return answers;
  }

  @Nullable String contentType() {
    return contentType;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      contentType = exchange.getRequestHeaders().getFirst("Content-Type");
      answers.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      var status = statuses[Math.min(answers.size(), statuses.length) - 1];
      exchange.sendResponseHeaders("PUT".equals(exchange.getRequestMethod()) ? status : 405, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
