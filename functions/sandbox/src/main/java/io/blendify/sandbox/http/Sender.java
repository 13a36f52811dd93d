package io.blendify.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Sends answers: compressed when the caller offers that, and broken when a fault asks for it. */
final class Sender {

  private static final int PIECES = 10;
  private static final int WORTH_COMPRESSING = 200;

  private Sender() {}

  static void send(HttpExchange exchange, Answer answer, Delivery delivery) throws IOException {
    switch (delivery) {
      case Delivery.Reset _ -> exchange.close();
      case Delivery.Whole _ -> whole(exchange, answer);
      case Delivery.Truncated _ ->
          whole(exchange, answer.withBody(answer.body().substring(0, answer.body().length() / 2)));
      case Delivery.CutOff _ -> cutOff(exchange, answer);
      case Delivery.Dripping(var over) -> drip(exchange, answer, over);
      case Delivery.Delayed(var by) -> {
        pause(by);
        whole(exchange, answer);
      }
    }
  }

  private static void whole(HttpExchange exchange, Answer answer) throws IOException {
    var body = encoded(exchange, answer);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static void cutOff(HttpExchange exchange, Answer answer) throws IOException {
    var body = encoded(exchange, answer);
    exchange.sendResponseHeaders(answer.status(), body.length + 1L);
    exchange.getResponseBody().write(half(body));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static void drip(HttpExchange exchange, Answer answer, Duration over) throws IOException {
    var body = encoded(exchange, answer);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < PIECES; i++) {
        pause(over.dividedBy(PIECES));
        int from = body.length * i / PIECES;
        out.write(body, from, body.length * (i + 1) / PIECES - from);
        out.flush();
      }
    }
  }

  private static byte[] encoded(HttpExchange exchange, Answer answer) {
    var headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    if (answer.contentType() != null) {
      headers.set("Content-Type", answer.contentType());
      headers.set("Vary", "Accept-Encoding");
    }
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    var offered = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (offered == null || !offered.contains("gzip") || body.length < WORTH_COMPRESSING) {
      return body;
    }
    headers.set("Content-Encoding", "gzip");
    return gzip(body);
  }

  private static byte[] gzip(byte[] body) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] half(byte[] body) {
    return Arrays.copyOf(body, body.length / 2);
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while answering slowly", e);
    }
  }
}
