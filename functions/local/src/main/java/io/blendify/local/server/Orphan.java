package io.blendify.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A database server that outlived a Blendify which could not stop it. Who holds the data folder may
 * end it: nobody else uses it.
 */
record Orphan(Optional<ProcessHandle> process) {

  /** The server whose number stands in the database folder, if it runs. */
  static Orphan of(Path database) throws IOException {
    var file = database.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return new Orphan(Optional.empty());
    }
    var first = Files.readString(file).lines().findFirst().orElse("").strip();
    return new Orphan(
        first.matches("[1-9][0-9]{0,8}")
            ? ProcessHandle.of(Long.parseLong(first)).filter(Orphan::isServer)
            : Optional.empty());
  }

  private static boolean isServer(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(command -> command.endsWith("/postgres") || command.endsWith("\\postgres.exe"))
        .isPresent();
  }

  void stop() throws InterruptedException {
    if (process.isEmpty()) {
      return;
    }
    var server = process.get();
    server.destroy();
    try {
      server.onExit().get(15, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new LocalFault(
          "the database of an earlier run does not stop: end process " + server.pid(), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
