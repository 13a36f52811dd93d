package io.blendify.local.server;

import io.blendify.sandbox.SandboxClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The clock that the whole local system goes by; how far it is ahead stays with the data. */
final class LocalClock {

  private LocalClock() {}

  static SandboxClock in(DataFolder folder, @Nullable Instant startsAt) {
    var clock = SandboxClock.running();
    var kept = folder.clock();
    try {
      if (Files.exists(kept)) {
        clock.advance(Duration.parse(Files.readString(kept).strip()));
      } else if (startsAt != null && !folder.isUsed()) {
        clock.set(startsAt);
        keep(clock, folder);
      }
      return clock;
    } catch (DateTimeParseException e) {
      throw folder.damaged(kept, "holds no duration such as PT72H", e);
    } catch (IOException e) {
      throw new LocalFault("cannot read " + kept + ": " + e.getMessage(), e);
    }
  }

  /** Keeps how far ahead of the machine's time the clock is. */
  static void keep(SandboxClock clock, DataFolder folder) throws IOException {
    Files.writeString(folder.clock(), Duration.between(Instant.now(), clock.instant()).toString());
  }
}
