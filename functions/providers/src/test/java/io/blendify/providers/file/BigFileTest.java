package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes in megabytes by {@code -Dblendify.test.big-file-megabytes=500}. */
class BigFileTest {

  private static final String MEGABYTES =
      System.getProperty("blendify.test.big-file-megabytes", "64");

  @TempDir Path folder;

  @Test
  void aHistoryOfAnySizeIsReadTwiceWithinAHeapOfTwentyFourMegabytes() throws Exception {
    assertThat(read("json")).startsWith("read ");
    assertThat(read("zip")).isEqualTo(read("json"));
  }

  /** In a JVM of its own, whose heap could not hold a tenth of the file. */
  private String read(String kind) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var output = folder.resolve("output");
    var command =
        List.of(
            java,
            "-Xmx24m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            BigFile.class.getName(),
            folder.resolve("big." + kind).toString(),
            kind,
            MEGABYTES);
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
    var said = Files.readString(output).strip();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
