package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Played;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scrobbles as the common Last.fm exporters write them: with a header that names artist, track and
 * a time ({@code uts,utc_time,artist,artist_mbid,…} and the like), or the four bare columns artist,
 * album, track, date. Times are UTC and say when the track began.
 */
@Singleton
final class LastfmCsv implements Format {

  private static final List<String> ARTIST = List.of("artist", "artistname");
  private static final List<String> TITLE = List.of("track", "trackname", "title", "song", "name");
  private static final List<String> ALBUM = List.of("album", "albumname");
  private static final List<String> TIME =
      List.of("uts", "timestamp", "playedat", "datetime", "utctime", "date", "time");
  private static final Set<String> NOT_ABOUT_THE_TRACK = Set.copyOf(TIME);
  private static final List<String> BARE = List.of("artist", "album", "track", "date");

  /** How a file is to be read. */
  private record Layout(CsvHeader header, boolean headless) {}

  @Override
  public FileFormat format() {
    return FileFormat.LASTFM_CSV;
  }

  @Override
  public boolean recognises(Sample sample) {
    return layout(sample) != null;
  }

  private static @Nullable Layout layout(Sample sample) {
    var first = sample.firstLine();
    if (first.startsWith("{") || first.startsWith("[") || first.startsWith("#")) {
      return null;
    }
    return CsvHeader.DELIMITERS.stream()
        .map(delimiter -> CsvHeader.of(first, delimiter))
        .filter(header -> header.has(ARTIST) && header.has(TITLE) && header.has(TIME))
        .filter(header -> !header.has(List.of("trackuri", "spotifyuri", "spotifyid")))
        .map(header -> new Layout(header, false))
        .findFirst()
        .orElseGet(() -> isBare(sample) ? new Layout(new CsvHeader(BARE, ','), true) : null);
  }

  /** The first rows have four fields, and the last is a time, or empty for what plays now. */
  private static boolean isBare(Sample sample) {
    var rows =
        sample.text().lines().filter(line -> !line.isBlank()).limit(3).map(LastfmCsv::row).toList();
    return rows.stream().allMatch(row -> row.size() == 4 && (isTime(row) || isPlaying(row)))
        && rows.stream().anyMatch(LastfmCsv::isTime);
  }

  private static boolean isTime(List<String> row) {
    return Times.isTime(row.getLast().strip());
  }

  private static boolean isPlaying(List<String> row) {
    return row.getLast().isBlank();
  }

  private static List<String> row(String line) {
    return CsvHeader.of(line, ',').names();
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    var layout = Objects.requireNonNull(layout(part.sample()));
    CsvPart.each(part, layout.header, layout.headless, findings, row -> findings.play(play(row)));
  }

  private static Played play(CsvRow row) throws Skip {
    var title = row.text(TITLE);
    var artist = row.text(ARTIST);
    if (title == null || artist == null) {
      throw new Skip(Skip.NO_TRACK);
    }
    var time = row.text(TIME);
    if (time == null) {
      throw new Skip(Skip.NO_TIME);
    }
    var track =
        new Described(
            title, Described.artist(artist), row.text(ALBUM), row.source(NOT_ABOUT_THE_TRACK));
    return new Played(track.track(), Times.of(time), null, null, null);
  }
}
