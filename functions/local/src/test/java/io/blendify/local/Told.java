package io.blendify.local;

import io.blendify.local.server.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What a person at the terminal reads. */
record Told(int exit, String text) {

  /** Runs a command as the launcher does, but for the end of the process. */
  static Told by(String... arguments) {
    var errors = new StringWriter();
    var bytes = new ByteArrayOutputStream();
    var terminal = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      var exit = Blendify.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
      return new Told(exit, bytes.toString(StandardCharsets.UTF_8) + errors);
    } finally {
      System.setOut(terminal);
    }
  }

  /** What the work says on its own progress. */
  static String during(Consumer<Progress> work) {
    var bytes = new ByteArrayOutputStream();
    work.accept(new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** From the score on: what the blend is, and not how long its making took. */
  static String blend(String text) {
    return text.substring(text.indexOf("\nScore "));
  }
}
