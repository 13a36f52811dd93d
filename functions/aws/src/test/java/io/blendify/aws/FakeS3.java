package io.blendify.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** As much of S3 as {@link S3FileStore} speaks, with path-style addresses. */
final class FakeS3 implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  FakeS3() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      switch (exchange.getRequestMethod()) {
        case "PUT" -> put(exchange, path);
        case "HEAD", "GET" -> get(exchange, path);
        case "DELETE" -> {
          objects.remove(path);
          exchange.sendResponseHeaders(204, -1);
        }
        default -> exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private void put(HttpExchange exchange, String path) throws IOException {
    objects.put(path, exchange.getRequestBody().readAllBytes());
    exchange.sendResponseHeaders(200, -1);
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    var bytes = objects.get(path);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (bytes == null) {
      refuse(exchange, 404, "NoSuchKey", head);
      return;
    }
    var tag = "\"" + Integer.toHexString(java.util.Arrays.hashCode(bytes)) + "\"";
    var wanted = exchange.getRequestHeaders().getFirst("If-Match");
    if (wanted != null && !wanted.equals(tag)) {
      refuse(exchange, 412, "PreconditionFailed", head);
      return;
    }
    exchange.getResponseHeaders().set("ETag", tag);
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void refuse(HttpExchange exchange, int status, String code, boolean head)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    var body = ("<Error><Code>" + code + "</Code><Message>no</Message></Error>").getBytes();
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
