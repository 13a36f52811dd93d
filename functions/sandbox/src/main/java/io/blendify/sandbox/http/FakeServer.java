package io.blendify.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's HTTP server on 127.0.0.1, with a virtual thread for each request. */
public final class FakeServer implements AutoCloseable {

  static {
    // Header and body leave in two packets; without this the second waits 40 ms for the first one's
    // acknowledgement.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  /** Answers requests; an exception becomes a 500 with its text. */
  @FunctionalInterface
  public interface Handler {
    Reply handle(Request request);
  }

  /** An answer and how it travels. */
  public record Reply(Answer answer, Delivery delivery) {}

  /** Not InetAddress.getLoopbackAddress, which may be ::1. */
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Handler handler;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  private FakeServer(HttpServer server, Handler handler) {
    this.server = server;
    this.handler = handler;
  }

  /**
   * Starts to listen and to answer.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken
   */
  public static FakeServer start(int port, Handler handler) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    var fake = new FakeServer(HttpServer.create(address, 256), handler);
    fake.server.setExecutor(fake.threads);
    fake.server.createContext("/", fake::exchange);
    fake.server.start();
    return fake;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The most requests that were under way at the same time so far. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** Requests under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try (exchange) {
      var reply = reply(Request.read(exchange));
      Sender.send(exchange, reply.answer(), reply.delivery());
    } finally {
      underWay.decrementAndGet();
    }
  }

  private Reply reply(Request request) {
    try {
      return handler.handle(request);
    } catch (IllegalArgumentException e) {
      return new Reply(
          Answer.of(400, "text/plain; charset=utf-8", "sandbox: " + e.getMessage()),
          new Delivery.Whole());
    } catch (RuntimeException e) {
      return new Reply(
          Answer.of(500, "text/plain; charset=utf-8", "sandbox fault: " + e), new Delivery.Whole());
    }
  }
}
