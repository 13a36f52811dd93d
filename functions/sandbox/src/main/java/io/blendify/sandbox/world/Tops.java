package io.blendify.sandbox.world;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The top lists of one person on one day, as ids: counted from the plays of the days before it, so
 * they change once a day, at midnight UTC.
 */
record Tops(Map<TopRange, List<String>> tracks, Map<TopRange, List<String>> artists) {

  static Tops of(Listening listening, LocalDate day, int depth) {
    var trackPlays = new HashMap<String, Integer>();
    var artistPlays = new HashMap<String, Integer>();
    var tracks = new EnumMap<TopRange, List<String>>(TopRange.class);
    var artists = new EnumMap<TopRange, List<String>>(TopRange.class);
    int back = 1;
    for (var range : TopRange.values()) {
      for (; back <= range.days(); back++) {
        for (var play : listening.on(day.minusDays(back))) {
          trackPlays.merge(play.track().id(), 1, Integer::sum);
          play.track().artists().forEach(artist -> artistPlays.merge(artist.id(), 1, Integer::sum));
        }
      }
      tracks.put(range, most(trackPlays, depth));
      artists.put(range, most(artistPlays, depth));
    }
    return new Tops(tracks, artists);
  }

  private static List<String> most(Map<String, Integer> plays, int depth) {
    return plays.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(depth)
        .map(Map.Entry::getKey)
        .toList();
  }
}
