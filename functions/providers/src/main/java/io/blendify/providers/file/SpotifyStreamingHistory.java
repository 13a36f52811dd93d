package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Played;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The plays of Spotify's account data, {@code StreamingHistory*.json}: the last year, without ids
 * or albums. {@code endTime} is to the minute, in UTC, and when the play ended; it is stored as it
 * stands.
 */
@Singleton
final class SpotifyStreamingHistory implements Format {

  @Override
  public FileFormat format() {
    return FileFormat.SPOTIFY_ACCOUNT_DATA;
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.startsWith('[') && sample.hasMembers("endTime", "msPlayed");
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    JsonPart.each(part, Set.of(), findings, json -> findings.play(play(Entry.of(json))));
  }

  private static Played play(Entry entry) throws Skip {
    var endedAt = Times.of(entry.required("endTime"));
    if (entry.has("podcastName") || entry.has("episodeName")) {
      throw new Skip(Skip.PODCAST);
    }
    var title = entry.text("trackName");
    var artist = entry.text("artistName");
    if (title == null || artist == null || isUnknown(title, artist)) {
      throw new Skip(Skip.NO_TRACK);
    }
    var track = new Described(title, Described.artist(artist), null, source(artist, title));
    return new Played(
        track.track(), endedAt, SpotifyExtendedHistory.millis(entry, "msPlayed"), null, null);
  }

  /** What Spotify writes where it no longer knows. */
  private static boolean isUnknown(String title, String artist) {
    return title.equals("Unknown Track") && artist.equals("Unknown Artist");
  }

  private static JsonNode source(String artist, String title) {
    return JsonNode.createObjectNode(
        Map.of(
            "artistName",
            JsonNode.createStringNode(artist),
            "trackName",
            JsonNode.createStringNode(title)));
  }
}
