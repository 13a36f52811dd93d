package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Played;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scrobbles as JSON: pages of {@code user.getRecentTracks} one after another in an array, one such
 * page, or the flat array that exporters make of them. What is playing has no time and is no play.
 */
@Singleton
final class LastfmJson implements Format {

  private static final Set<String> LISTS = Set.of("track", "tracks", "scrobbles");
  private static final List<String> TEXT = List.of("#text", "name", "uts");
  private static final List<String> TITLE = List.of("name", "track", "title");
  private static final List<String> TIME = List.of("uts", "timestamp", "time", "utc_time");
  private static final Set<String> ABOUT_THE_TRACK =
      Set.of("artist", "album", "name", "track", "title", "mbid", "url", "image");

  @Override
  public FileFormat format() {
    return FileFormat.LASTFM_JSON;
  }

  @Override
  public boolean recognises(Sample sample) {
    if (!sample.startsWith('[') && !sample.startsWith('{')) {
      return false;
    }
    return sample.hasMembers("recenttracks")
        || (sample.hasMembers("artist") && hasAny(sample, TITLE) && hasTime(sample));
  }

  private static boolean hasTime(Sample sample) {
    return hasAny(sample, TIME) || sample.hasMembers("date");
  }

  private static boolean hasAny(Sample sample, List<String> names) {
    return names.stream().anyMatch(sample::hasMembers);
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    JsonPart.each(part, LISTS, findings, json -> take(part, json, findings));
  }

  private static void take(Part part, JsonRecord json, Findings findings) throws Skip {
    var node = Entry.tree(json);
    var page = page(node);
    if (page == null) {
      findings.play(play(Entry.of(node)));
      return;
    }
    int number = 0;
    for (var track : page.values()) {
      number++;
      try {
        findings.play(play(Entry.of(track)));
      } catch (Skip skip) {
        findings.skip(skip.reason(), Place.entry(part, json) + ", item " + number);
      }
    }
  }

  /** The tracks of a whole page; null where it is one track. */
  private static @Nullable JsonNode page(JsonNode node) {
    if (node.isArray()) {
      return node;
    }
    if (!node.isObject()) {
      return null;
    }
    var inside = node.get("recenttracks");
    var tracks = inside == null ? node.get("track") : inside.get("track");
    return tracks != null && tracks.isArray() ? tracks : null;
  }

  private static Played play(Entry entry) throws Skip {
    var attributes = entry.get("@attr");
    var time = time(entry);
    if (time == null || (attributes != null && attributes.get("nowplaying") != null)) {
      throw new Skip(Skip.NO_TIME);
    }
    var title = entry.anyText(TITLE);
    var artist = entry.textOrInside("artist", TEXT);
    if (title == null || artist == null) {
      throw new Skip(Skip.NO_TRACK);
    }
    var track =
        new Described(
            title,
            Described.artist(artist),
            entry.textOrInside("album", TEXT),
            entry.only(ABOUT_THE_TRACK));
    return new Played(track.track(), Times.of(time), null, null, null);
  }

  private static @Nullable String time(Entry entry) throws Skip {
    var time = entry.anyText(TIME);
    return time == null ? entry.textOrInside("date", List.of("uts", "#text")) : time;
  }
}
