package io.blendify.core.blend;

import io.blendify.core.taste.Signal;
import io.blendify.core.taste.TasteSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What speaks for a track in one person's library, in words. */
final class Because {

  private static final int MOST = 2;

  private Because() {}

  /** The two strongest signals, strongest first: {@code "no. 3 of the last four weeks, saved"}. */
  static String of(List<Signal> signals, List<TasteSource> sources) {
    return signals.stream()
        .sorted(Comparator.comparingDouble(Signal::weight).reversed().thenComparing(Signal::source))
        .map(signal -> words(sources.get(signal.source()), signal.evidence()))
        .distinct()
        .limit(MOST)
        .collect(Collectors.joining(", "));
  }

  private static String words(TasteSource source, @Nullable Integer evidence) {
    int number = evidence == null ? 1 : evidence;
    return switch (source.kind()) {
      case TOP_TRACKS, TOP_ARTISTS -> "no. " + number + " of " + range(source.part());
      case RECENTLY_PLAYED -> plays(source.part(), number);
      case SAVED_TRACKS -> "saved";
      case SAVED_ALBUMS -> number == 1 ? "on a saved album" : "on " + number + " saved albums";
      case FOLLOWED_ARTISTS -> "followed";
      case PLAYLIST_TRACKS, PLAYLISTS -> playlists(source.part(), number);
    };
  }

  private static String plays(String part, int number) {
    if (part.equals(TasteSource.UNTIMED)) {
      return "played lately";
    }
    return number == 1 ? "played once" : "played " + number + " times";
  }

  private static String range(String part) {
    return switch (part) {
      case "short_term" -> "the last four weeks";
      case "medium_term" -> "the last six months";
      default -> "all time";
    };
  }

  private static String playlists(String part, int number) {
    var whose = part.equals(TasteSource.OWN) ? "own playlist" : "followed playlist";
    return number == 1 ? "in one " + whose : "in " + number + " " + whose + "s";
  }
}
