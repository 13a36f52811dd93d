package io.blendify.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/** What a command has opened. It is closed with it, or on Ctrl-C: the last first. */
final class Opened implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread onExit = new Thread(this::stop, "stop");

  Opened() {
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  /** Until Ctrl-C. */
  void awaitClosed() throws InterruptedException {
    closed.await();
  }

  private void stop() {
    System.out.println("\nStopping …");
    closeAll();
    System.out.println("Stopped.");
  }

  @Override
  public void close() {
    closeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException _) {
      // The process is ending already, and the hook does the same.
    }
  }

  private synchronized void closeAll() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("not stopped cleanly: " + e.getMessage());
      }
    }
    closed.countDown();
  }
}
