package io.blendify.providers.file;

import io.blendify.core.file.FileSink;
import io.blendify.core.file.FileVerdict;
import io.blendify.core.file.StoredFile;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Playlist;
import io.blendify.core.sync.Resource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a history of that many megabytes and reads it: the part of a test that has little heap.
 */
final class BigFile {

  private BigFile() {}

  public static void main(String[] arguments) throws IOException {
    var path = Path.of(arguments[0]);
    var entries = write(path, arguments[1].equals("zip"), Long.parseLong(arguments[2]) << 20);
    var file = new PathFile(path);
    var reader = Imported.reader(Imported.LIMITS);
    var verdict = (FileVerdict.Accepted) reader.inspect(file, _ -> {});
    var counter = new Counter();
    reader.read(file, counter, _ -> {});
    if (counter.plays != entries || verdict.taken().get("recently_played") != entries) {
      throw new IllegalStateException(counter.plays + " of " + entries + ", " + verdict);
    }
    System.out.println("read " + counter.plays + " plays");
  }

  private static long write(Path path, boolean zipped, long size) throws IOException {
    try (var file = new BufferedOutputStream(Files.newOutputStream(path))) {
      if (!zipped) {
        return history(file, size);
      }
      var zip = new ZipOutputStream(file);
      zip.putNextEntry(new ZipEntry("Streaming_History_Audio_2010-2026.json"));
      var entries = history(zip, size);
      zip.closeEntry();
      zip.finish();
      return entries;
    }
  }

  private static long history(OutputStream out, long size) throws IOException {
    long written = 0;
    long entries = 0;
    var separator = "[";
    while (written < size) {
      var endedAt = Instant.ofEpochSecond(1_262_304_000L + entries * 200).toString();
      var id = "%022d".formatted(entries % 9_973);
      var entry = separator + Exports.entry(endedAt, 181_000, "Song " + entries % 9_973, id);
      var bytes = entry.getBytes(StandardCharsets.UTF_8);
      out.write(bytes);
      written += bytes.length;
      entries++;
      separator = ",";
    }
    out.write(']');
    return entries;
  }

  private record PathFile(Path path) implements StoredFile {
    @Override
    public String name() {
      return path.getFileName().toString();
    }

    @Override
    public long size() {
      try {
        return Files.size(path);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  private static final class Counter implements FileSink {
    private long plays;

    @Override
    public void play(Played play) {
      plays++;
    }

    @Override
    public void member(Resource resource, Member member) {}

    @Override
    public void playlist(Playlist head, List<Placed> content) {}
  }
}
