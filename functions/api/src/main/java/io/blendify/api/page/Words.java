package io.blendify.api.page;

import io.blendify.core.file.FileFormat;
import io.blendify.core.sync.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What things are called on pages. */
final class Words {

  /** How each provider writes its own name. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "apple", "Apple Music",
          "deezer", "Deezer",
          "file", "Imported files",
          "spotify", "Spotify",
          "tidal", "TIDAL");

  private Words() {}

  static String provider(String label) {
    return PROVIDERS.getOrDefault(label, capital(label));
  }

  /** {@code top_tracks}: "Top tracks". */
  static String resource(String label) {
    return switch (label) {
      case "playlist_tracks" -> "Playlists' tracks";
      case "recently_played" -> "Plays";
      default -> capital(label.replace('_', ' '));
    };
  }

  /** What the entries of a resource are: "1 play", "1,200 tracks". */
  static String entries(String resource, long count) {
    var one =
        switch (resource) {
          case "recently_played" -> "play";
          case "top_artists", "followed_artists" -> "artist";
          case "saved_albums" -> "album";
          case "playlists" -> "playlist";
          default -> "track";
        };
    return many(count, one);
  }

  static String many(long count, String one) {
    return count(count) + " " + one + (count == 1 ? "" : "s");
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Of a top list. */
  static String range(String label) {
    return switch (label) {
      case "short_term" -> "last four weeks";
      case "medium_term" -> "last six months";
      default -> "all time";
    };
  }

  static String algorithm(String label) {
    return switch (label) {
      case "weighted" -> "by weight: who weighs more brings more";
      case "discovery" -> "discovery: what some love and others do not know yet";
      default -> "balanced: everybody counts alike";
    };
  }

  /** What a person lets a blend use, said to that person. */
  static String consent(String resource) {
    return switch (resource) {
      case "top_tracks" -> "the tracks I play most";
      case "top_artists" -> "the artists I play most";
      case "recently_played" -> "what I played, and how often";
      case "saved_tracks" -> "tracks I saved";
      case "saved_albums" -> "albums I saved";
      case "followed_artists" -> "artists I follow";
      case "playlists" -> "the names of my playlists";
      case "playlist_tracks" -> "what is in my playlists";
      default -> resource.replace('_', ' ');
    };
  }

  static String format(@Nullable String label) {
    return Arrays.stream(FileFormat.values())
        .filter(format -> format.label().equals(label))
        .map(FileFormat::title)
        .findFirst()
        .orElse("");
  }

  /** Bytes. */
  static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    return bytes < 1_000_000
        ? Math.round(bytes / 1e3) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** Minutes and seconds; empty where nobody knows. */
  static String length(@Nullable Integer milliseconds) {
    if (milliseconds == null) {
      return "";
    }
    long seconds = Math.round(milliseconds / 1e3);
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** "Ada, Ben and Cy". */
  static String joined(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /** The last part of a list's address: {@code top-tracks}. */
  static String path(Resource resource) {
    return resource.label().replace('_', '-');
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
