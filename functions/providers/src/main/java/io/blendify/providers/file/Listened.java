package io.blendify.providers.file;

import io.blendify.core.Isrc;
import io.blendify.core.ProviderId;
import io.blendify.core.item.ItemKey;
import io.blendify.core.item.Kind;
import io.blendify.core.item.Track;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The track of one listen. Its identity is what was submitted with the listen: a Spotify link, else
 * a MusicBrainz recording id, else its words. What ListenBrainz guesses afterwards ({@code
 * mbid_mapping}) changes between exports and would double the play; it is kept in the description.
 */
record Listened(Track track, @Nullable String recordingMsid, @Nullable String recordingMbid) {

  private static final Pattern MBID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Set<String> ABOUT_THE_TRACK =
      Set.of("artist_name", "track_name", "release_name", "recording_msid", "mbid_mapping");

  /** The rest of {@code additional_info} tells of player, client and submission. */
  private static final Set<String> ALSO_ABOUT_IT =
      Set.of(
          "recording_mbid",
          "release_mbid",
          "release_group_mbid",
          "artist_mbids",
          "artist_names",
          "work_mbids",
          "track_mbid",
          "isrc",
          "spotify_id",
          "spotify_album_id",
          "spotify_artist_ids",
          "duration",
          "duration_ms",
          "tracknumber",
          "discnumber",
          "release_artist_name",
          "release_artist_names",
          "tags");

  static Listened of(Entry listen) throws Skip {
    var words = listen.inside("track_metadata");
    var title = words == null ? null : words.text("track_name");
    if (words == null || title == null) {
      throw new Skip(Skip.NO_TRACK);
    }
    var inside = words.inside("additional_info");
    var info = inside == null ? new Entry(JsonNode.createObjectNode(Map.of())) : inside;
    var described =
        new Described(
            title,
            Described.artist(words.text("artist_name")),
            words.text("release_name"),
            duration(info),
            Isrc.parse(info.text("isrc")),
            null,
            source(words, info));
    var key = key(info);
    return new Listened(
        key == null ? described.track() : described.track(key),
        msid(listen, words),
        mbid(words, info));
  }

  private static @Nullable ItemKey key(Entry info) throws Skip {
    var spotify = SpotifyUri.parse(info.text("spotify_id"), Kind.TRACK);
    if (spotify != null) {
      return spotify;
    }
    var mbid = lower(info.text("recording_mbid"));
    return mbid != null && MBID.matcher(mbid).matches()
        ? new ItemKey(ProviderId.FILE, Kind.TRACK, "mbid:" + mbid)
        : null;
  }

  private static @Nullable String msid(Entry listen, Entry words) throws Skip {
    var inside = words.text("recording_msid");
    return lower(inside == null ? listen.text("recording_msid") : inside);
  }

  private static @Nullable String mbid(Entry words, Entry info) throws Skip {
    var mapping = words.inside("mbid_mapping");
    var mapped = mapping == null ? null : mapping.text("recording_mbid");
    return lower(mapped == null ? info.text("recording_mbid") : mapped);
  }

  private static @Nullable Integer duration(Entry info) throws Skip {
    var millis = info.millis("duration_ms");
    var seconds = millis == null ? info.millis("duration") : null;
    return seconds == null || seconds > 86_400 ? millis : Integer.valueOf(seconds * 1000);
  }

  private static JsonNode source(Entry words, Entry info) {
    var source = new LinkedHashMap<String, JsonNode>();
    words.only(ABOUT_THE_TRACK).entries().forEach(e -> source.put(e.getKey(), e.getValue()));
    source.put("additional_info", info.only(ALSO_ABOUT_IT));
    return JsonNode.createObjectNode(source);
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
