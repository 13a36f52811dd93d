package io.blendify.bench.cold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a JVM still refers to: more of it after more of the same work is a leak. */
final class LiveHeap {

  private LiveHeap() {}

  /** Bytes, after a full collection. */
  static double bytes(long pid) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    var output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    var total = output.substring(output.lastIndexOf('\n') + 1).split("\\s+");
    if (!total[0].equals("Total")) {
      throw new IOException(output.lines().limit(5).toList().toString());
    }
    return Double.parseDouble(total[2]);
  }
}
