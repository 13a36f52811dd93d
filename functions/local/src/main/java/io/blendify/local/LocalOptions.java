package io.blendify.local;

import io.blendify.local.server.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What both commands can be told. */
final class LocalOptions {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:BLENDIFY_PORT:-8080}",
      description =
          "Where the API and the pages are; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Keeps database, uploads and keys here for the next run; without it all is gone at the end.")
  @Nullable Path data;

  @Option(
      names = "--sandbox-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Where the stand-in for the providers is; 0 takes a free one.")
  int sandboxPort;

  DataFolder folder() {
    return data == null ? DataFolder.temporary() : DataFolder.kept(data);
  }
}
