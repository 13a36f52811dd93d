package io.blendify.fetcher.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Invented streaming histories. */
final class History {

  private History() {}

  /** So many plays, four minutes apart, of thirty tracks. */
  static List<String> entries(int plays) {
    var entries = new ArrayList<String>();
    for (int i = 0; i < plays; i++) {
      entries.add(entry(Instant.parse("2024-05-01T10:00:00Z").plusSeconds(240L * i), i % 30));
    }
    return entries;
  }

  static String entry(Instant endedAt, int track) {
    return """
        {"ts": "%s", "ms_played": 200000, "master_metadata_track_name": "Song %d",
         "master_metadata_album_artist_name": "The Paper Lanterns",
         "master_metadata_album_album_name": "Harbour",
         "spotify_track_uri": "spotify:track:%022d"}"""
        .formatted(endedAt, track, track);
  }

  static String file(List<String> entries) {
    return "[" + String.join(",\n", entries) + "]";
  }
}
