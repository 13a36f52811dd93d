package io.blendify.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process holds of the machine's memory, as Linux counts it.
 *
 * @param resident bytes now
 * @param peak bytes at most so far
 */
public record ProcessMemory(long resident, long peak) {

  /** Zeros where there is no {@code /proc}. */
  static ProcessMemory of(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return new ProcessMemory(0, 0);
    }
    var lines = Files.readAllLines(status);
    return new ProcessMemory(bytes(lines, "VmRSS:"), bytes(lines, "VmHWM:"));
  }

  private static long bytes(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }
}
