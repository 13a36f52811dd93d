package io.blendify.api.page;

import io.blendify.api.taste.DeviceView;
import io.blendify.api.taste.ExclusionView;
import io.blendify.api.taste.NeighbourView;
import io.blendify.api.taste.SuggestionView;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about a person's taste beyond their library, and what they took out of it.
 *
 * @param isRunning whether it is being looked for
 * @param neighbours empty, too, for who does not want to be found
 * @param playlists that can be taken out
 * @param devices that can be taken out
 */
public record TastePage(
    boolean isRunning,
    List<Suggestion> suggestions,
    boolean isFindable,
    List<Neighbour> neighbours,
    List<Excluded> excluded,
    List<Playlist> playlists,
    List<Device> devices) {

  /** A track to hear next. */
  public record Suggestion(Tile tile, String name, String by, String reason) {

    static Suggestion of(SuggestionView track) {
      var artist = track.artistName() == null ? "" : track.artistName();
      return new Suggestion(
          Tile.of(artist.isEmpty() ? track.trackName() : artist, track.albumArtUrl()),
          track.trackName(),
          artist,
          track.reason());
    }
  }

  /** Somebody who listens alike. */
  public record Neighbour(Tile tile, String name, long score, String between, String because) {

    static Neighbour of(NeighbourView found) {
      return new Neighbour(
          Tile.of(found.displayName(), found.avatarUrl()),
          found.displayName(),
          Math.round(found.score()),
          "between %d and %d"
              .formatted(Math.round(found.intervalLow()), Math.round(found.intervalHigh())),
          found.because().isEmpty() ? "" : "You meet at " + String.join(", ", found.because()));
    }
  }

  /** A playlist by its name. */
  public record Playlist(String value, String name) {}

  /** What was listened on. */
  public record Device(String name, String plays) {

    static Device of(DeviceView one) {
      return new Device(one.device(), Words.many(one.plays(), "play"));
    }
  }

  /** What counts for nothing. */
  public record Excluded(String id, String kind, String name) {

    static Excluded of(ExclusionView one, Map<String, String> playlists) {
      return new Excluded(one.id().toString(), one.kind(), name(one, playlists));
    }

    private static String name(ExclusionView one, Map<String, String> playlists) {
      return switch (one.kind()) {
        case "artist" -> String.valueOf(one.artist());
        case "playlist" -> playlists.getOrDefault(value(one), "A playlist that is gone");
        case "device" -> String.valueOf(one.device());
        default -> period(one);
      };
    }

    private static String value(ExclusionView one) {
      return one.provider() + " " + one.playlistId();
    }

    private static String period(ExclusionView one) {
      var until = one.until() == null ? null : one.until().minus(1, ChronoUnit.MICROS);
      return text("From ", one.since() == null ? null : When.day(one.since()))
          + text(
              one.since() == null ? "Until " : " until ", until == null ? null : When.day(until));
    }

    private static String text(String before, @Nullable String day) {
      return day == null ? "" : before + day;
    }
  }
}
