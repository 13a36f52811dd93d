package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Kind;
import io.blendify.core.item.Track;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spotify's extended streaming history: {@code Streaming_History_Audio_*.json}, before 2023 {@code
 * endsong_*.json}. {@code ts} is when the play <em>ended</em>, and it is stored as it stands, like
 * the {@code played_at} that the Web API gives.
 */
@Singleton
final class SpotifyExtendedHistory implements Format {

  static final long SHORTEST_PLAY_MS = 30_000;

  private static final int LONGEST_DEVICE = 200;

  private static final Set<String> ABOUT_THE_TRACK =
      Set.of(
          "spotify_track_uri",
          "master_metadata_track_name",
          "master_metadata_album_artist_name",
          "master_metadata_album_album_name");
  private static final List<String> EPISODE = List.of("spotify_episode_uri", "episode_name");
  private static final List<String> AUDIOBOOK =
      List.of("audiobook_uri", "audiobook_title", "audiobook_chapter_uri");

  @Override
  public FileFormat format() {
    return FileFormat.SPOTIFY_EXTENDED_HISTORY;
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.startsWith('[') && sample.hasMembers("ts", "ms_played");
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    JsonPart.each(part, Set.of(), findings, json -> findings.play(play(Entry.of(json))));
  }

  private static Played play(Entry entry) throws Skip {
    var endedAt = Times.of(entry.required("ts"));
    if (AUDIOBOOK.stream().anyMatch(entry::has)) {
      throw new Skip(Skip.AUDIOBOOK);
    }
    if (EPISODE.stream().anyMatch(entry::has)) {
      throw new Skip(Skip.PODCAST);
    }
    if (entry.isTrue("incognito_mode")) {
      throw new Skip(Skip.PRIVATE_SESSION);
    }
    var track = track(entry);
    return new Played(track, endedAt, millis(entry, "ms_played"), null, device(entry));
  }

  /** No play is left out because of it: what cannot be kept of it is not said. */
  private static @Nullable String device(Entry entry) {
    try {
      var platform = entry.text("platform");
      return platform == null || platform.length() > LONGEST_DEVICE ? null : platform;
    } catch (Skip _) {
      return null;
    }
  }

  private static Track track(Entry entry) throws Skip {
    var key = SpotifyUri.parse(entry.text("spotify_track_uri"), Kind.TRACK);
    var title = entry.text("master_metadata_track_name");
    if (title == null) {
      throw new Skip(Skip.NO_TRACK);
    }
    var track =
        new Described(
            title,
            Described.artist(entry.text("master_metadata_album_artist_name")),
            entry.text("master_metadata_album_album_name"),
            entry.only(ABOUT_THE_TRACK));
    return key == null ? track.track() : track.track(key);
  }

  /** How long it ran; what ran for less than half a minute is no play. */
  static int millis(Entry entry, String name) throws Skip {
    var millis = entry.whole(name);
    if (millis == null || millis < 0 || millis > Integer.MAX_VALUE) {
      throw new Skip(Skip.UNREADABLE);
    }
    if (millis < SHORTEST_PLAY_MS) {
      throw new Skip(Skip.TOO_SHORT);
    }
    return millis.intValue();
  }
}
