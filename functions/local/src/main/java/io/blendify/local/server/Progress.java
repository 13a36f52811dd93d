package io.blendify.local.server;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Tells a person at a terminal what is going on, one line for each step. */
public final class Progress {

  private final PrintStream out;

  public Progress(PrintStream out) {
    this.out = out;
  }

  /**
   * Does the work, then says that it is done and how long it took.
   *
   * @throws LocalFault as the work threw it
   */
  public <T> T step(String what, Callable<T> work) {
    long start = System.nanoTime();
    out.print("  " + what + " … ");
    out.flush();
    try {
      var result = work.call();
      out.println(seconds(Duration.ofNanos(System.nanoTime() - start)));
      return result;
    } catch (LocalFault e) {
      out.println("failed");
      throw e;
    } catch (Exception e) {
      out.println("failed");
      throw new LocalFault(what + ": " + e.getMessage(), e);
    }
  }

  public void say(String line) {
    out.println(line);
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
