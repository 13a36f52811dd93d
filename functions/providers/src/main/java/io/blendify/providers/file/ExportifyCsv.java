package io.blendify.providers.file;

import io.blendify.core.Isrc;
import io.blendify.core.file.FileFormat;
import io.blendify.core.item.Credit;
import io.blendify.core.item.ItemKey;
import io.blendify.core.item.Kind;
import io.blendify.core.item.Track;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One playlist as Exportify and its descendants write it. Their headers differ by generation; the
 * playlist's name is the file's.
 */
@Singleton
final class ExportifyCsv implements Format {

  private static final List<String> URI = List.of("trackuri", "spotifyuri", "spotifyid");
  private static final List<String> TITLE = List.of("trackname");
  private static final List<String> ARTISTS = List.of("artistnames", "artistname");
  private static final List<String> DURATION = List.of("trackdurationms", "durationms");
  private static final Set<String> NOT_ABOUT_THE_TRACK = Set.of("addedby", "addedat");

  @Override
  public FileFormat format() {
    return FileFormat.EXPORTIFY_CSV;
  }

  @Override
  public boolean recognises(Sample sample) {
    var header = header(sample);
    return header.has(URI) && header.has(TITLE);
  }

  private static CsvHeader header(Sample sample) {
    return CsvHeader.of(sample.firstLine(), ',');
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    var content = new Playlists.Content();
    CsvPart.each(part, header(part.sample()), false, findings, row -> add(content, row));
    var name = part.title();
    var head =
        Playlists.of(findings)
            .head(format(), name, null, content.places().size(), Playlists.source(name));
    findings.playlist(head, content.places());
  }

  private static void add(Playlists.Content content, CsvRow row) throws Skip {
    content.add(track(row), Times.orNull(row.text("addedat")), addedBy(row.text("addedby")));
  }

  private static Track track(CsvRow row) throws Skip {
    var uri = row.text(URI);
    if (uri != null && uri.contains("episode")) {
      throw new Skip(Skip.PODCAST);
    }
    var title = row.text(TITLE);
    if (title == null) {
      throw new Skip(Skip.NO_TRACK);
    }
    var described =
        new Described(
            title,
            artists(row),
            row.text("albumname"),
            row.number(DURATION),
            Isrc.parse(row.text("isrc")),
            popularity(row),
            row.source(NOT_ABOUT_THE_TRACK));
    var key = key(uri);
    return key == null ? described.track() : described.track(key);
  }

  private static @Nullable ItemKey key(@Nullable String uri) {
    return uri != null && uri.matches("[0-9A-Za-z]{22}")
        ? new ItemKey(SpotifyUri.SPOTIFY, Kind.TRACK, uri)
        : SpotifyUri.parse(uri, Kind.TRACK);
  }

  /**
   * Several artists stand in one field, and a comma may also be part of a name. Newer exports
   * escape it, or separate by semicolon; else the number of artist URIs tells how many there are.
   */
  private static List<Credit> artists(CsvRow row) throws Skip {
    var text = row.text(ARTISTS);
    if (text == null) {
      return List.of();
    }
    var ids = row.text("artisturis");
    var uris = ids == null ? List.<String>of() : split(ids, ",");
    var names = split(text, text.contains(";") ? ";" : "(?<!\\\\),");
    if (uris.size() == 1 || (!uris.isEmpty() && uris.size() != names.size())) {
      names = List.of(text);
    }
    return credits(names, uris.size() == names.size() ? uris : List.of());
  }

  private static List<Credit> credits(List<String> names, List<String> uris) {
    var credits = new ArrayList<Credit>();
    for (int i = 0; i < names.size(); i++) {
      var key = uris.isEmpty() ? null : SpotifyUri.parse(uris.get(i), Kind.ARTIST);
      credits.add(new Credit(key == null ? null : key.id(), names.get(i).replace("\\,", ",")));
    }
    return credits;
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static @Nullable Integer popularity(CsvRow row) throws Skip {
    var popularity = row.number(List.of("popularity"));
    return popularity == null || popularity > 100 ? null : popularity;
  }

  private static @Nullable String addedBy(@Nullable String user) {
    return user == null ? null : user.replaceFirst("^spotify:user:", "");
  }
}
