package io.blendify.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to a database that hangs up on those who come first. */
final class LateDatabase implements AutoCloseable {

  private final ServerSocket door;
  private final int behind;
  private final int hangUps;
  private final AtomicInteger knocks = new AtomicInteger();

  /**
   * @param url {@code jdbc:postgresql://127.0.0.1:port/name}
   */
  LateDatabase(String url, int hangUps) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    this.behind = URI.create(url.substring("jdbc:".length())).getPort();
    this.hangUps = hangUps;
    Thread.ofVirtual().start(this::answer);
  }

  String url(String url) {
    return url.replace(":" + behind + "/", ":" + door.getLocalPort() + "/") + "?sslmode=disable";
  }

  int knocks() {
    return knocks.get();
  }

  private void answer() {
    while (!door.isClosed()) {
      try {
        var guest = door.accept();
        if (knocks.incrementAndGet() <= hangUps) {
          guest.close();
        } else {
          var host = new Socket("127.0.0.1", behind);
          Thread.ofVirtual().start(() -> pass(guest, host));
          Thread.ofVirtual().start(() -> pass(host, guest));
        }
      } catch (SocketException _) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException _) {
      // Either side hung up.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
