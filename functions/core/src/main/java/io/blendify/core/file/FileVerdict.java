package io.blendify.core.file;

import java.util.List;
import java.util.Map;

/** What a look through a whole file found. */
public sealed interface FileVerdict {

  /**
   * A file that can be imported.
   *
   * @param taken how many of each resource label ({@code recently_played}, {@code saved_tracks}, …)
   *     it will deliver; playlists and their tracks count separately
   */
  record Accepted(FileFormat format, Map<String, Long> taken, List<Skipped> skipped)
      implements FileVerdict {
    public Accepted {
      taken = Map.copyOf(taken);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * A file of which nothing is imported.
   *
   * @param problem a stable word: {@code unknown_format}, {@code truncated}, {@code damaged},
   *     {@code zip_bomb}, {@code unsafe_path}, {@code encrypted}, {@code wrong_encoding}, {@code
   *     too_large}, {@code empty}
   * @param detail one sentence for the person
   */
  record Refused(String problem, String detail) implements FileVerdict {}

  /**
   * Entries that are not imported, grouped by reason.
   *
   * @param reason a stable word: {@code podcast}, {@code audiobook}, {@code too_short}, {@code
   *     private_session}, {@code no_track}, {@code no_time}, {@code too_long}, {@code unreadable},
   *     {@code unsupported_entry}
   * @param places the first of them, at most 100: {@code "Streaming_History_Audio_2024.json:1203"}
   */
  record Skipped(String reason, long count, List<String> places) {
    public Skipped {
      places = List.copyOf(places);
    }
  }
}
