package io.blendify.providers.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.file.FileVerdict;
import io.blendify.core.file.FileVerdict.Skipped;
import io.blendify.core.file.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Files as the reader with all its formats takes them. */
record Imported(FileVerdict.Accepted verdict, RecordedSink sink) {

  static final FileLimits LIMITS =
      new FileLimits(1L << 30, 8L << 30, 4L << 30, 5_000, 200, 1 << 24);

  static final List<Format> FORMATS =
      List.of(
          new SpotifyExtendedHistory(),
          new SpotifyStreamingHistory(),
          new SpotifyLibrary(),
          new SpotifyPlaylists(),
          new ExportifyCsv(),
          new ListenBrainzExport(),
          new LastfmCsv(),
          new LastfmJson(),
          new M3u8Playlist());

  static ExportReader reader(FileLimits limits) {
    return new ExportReader(FORMATS, limits);
  }

  static FileVerdict inspect(StoredFile file) {
    return inspect(file, LIMITS);
  }

  static FileVerdict inspect(StoredFile file, FileLimits limits) {
    try {
      return reader(limits).inspect(file, _ -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String problem(StoredFile file) {
    return problem(file, LIMITS);
  }

  /** The word for what is wrong; that there is a sentence, too, is checked on the way. */
  static String problem(StoredFile file, FileLimits limits) {
    var verdict = inspect(file, limits);
    assertThat(verdict).isInstanceOf(FileVerdict.Refused.class);
    var refused = (FileVerdict.Refused) verdict;
    assertThat(refused.detail()).hasSizeGreaterThan(20).endsWith(".");
    return refused.problem();
  }

  /** Also checks that just one format recognises a text: which comes first must not matter. */
  static Imported text(String name, String text) {
    var sample = Sample.of(text.getBytes(StandardCharsets.UTF_8), false);
    assertThat(FORMATS).filteredOn(format -> format.recognises(sample)).hasSize(1);
    return of(MemoryFile.text(name, text));
  }

  static Imported of(StoredFile file) {
    var verdict = inspect(file);
    assertThat(verdict).isInstanceOf(FileVerdict.Accepted.class);
    var sink = new RecordedSink();
    try {
      reader(LIMITS).read(file, sink, _ -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Imported((FileVerdict.Accepted) verdict, sink);
  }

  /** {@code title by artist at time}, for each play. */
  List<String> plays() {
    return sink.plays.stream()
        .map(p -> p.track().name() + " by " + p.track().artistName() + " at " + p.playedAt())
        .toList();
  }

  Map<String, Long> taken() {
    return verdict.taken();
  }

  Skipped skipped(String reason) {
    return verdict.skipped().stream()
        .filter(skipped -> skipped.reason().equals(reason))
        .findFirst()
        .orElse(new Skipped(reason, 0, List.of()));
  }
}
