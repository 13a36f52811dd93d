package io.blendify.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How the documented queries and the functions' own reads find their rows. {@code -Dtest=PlansIT
 * -Dschema.plans=write} fills a database of 10,000 people (about a minute) and writes {@code
 * schema/PLANS.md}.
 */
class PlansIT {

  private static final Path PLANS = Path.of("../../schema/PLANS.md");

  /** $1 is the collector, $2 somebody else. */
  private static final Map<String, String> READS = new LinkedHashMap<>();

  static {
    READS.put(
        "documented: counts",
        """
        SELECT 'top_tracks' as type, COUNT(*) as count FROM user_top_tracks WHERE user_id = $1
        UNION ALL SELECT 'playlists' as type, COUNT(*) FROM user_playlists WHERE user_id = $1
        UNION ALL SELECT 'saved_tracks' as type, COUNT(*) FROM user_saved_tracks WHERE user_id = $1
        """);
    READS.put(
        "documented: overlap of two people",
        """
        SELECT t1.track_id, t1.track_name, t1.artist_name FROM user_top_tracks t1
        JOIN user_top_tracks t2 ON t1.track_id = t2.track_id
        WHERE t1.user_id = $1 AND t2.user_id = $2 AND t1.provider = t2.provider
        """);
    READS.put(
        "documented: last plays",
        """
        SELECT track_name, artist_name, played_at, provider FROM user_recently_played
        WHERE user_id = $1 ORDER BY played_at DESC LIMIT 50
        """);
    READS.put(
        "saved tracks at a moment, first page",
        """
        SELECT track_id, saved_at, popularity FROM user_saved_tracks_as_of($1, '2026-06-01')
        ORDER BY saved_at DESC NULLS LAST, id DESC LIMIT 50
        """);
    READS.put(
        "a playlist's tracks at a moment",
        """
        SELECT track_id, track_position FROM user_playlist_tracks_as_of($1, '2026-06-01')
        WHERE playlist_id = 'item52001' ORDER BY track_position, provider, id LIMIT 50
        """);
    READS.put(
        "top tracks of one range at a moment",
        """
        SELECT track_id, rank FROM user_top_tracks_as_of($1, '2026-06-01')
        WHERE time_range = 'short_term' ORDER BY rank, provider, id LIMIT 50
        """);
    READS.put(
        "plays at a moment, first page",
        """
        SELECT track_id, played_at FROM user_recently_played_as_of($1, '2026-06-01')
        ORDER BY played_at DESC, id DESC LIMIT 50
        """);
    READS.put(
        "everything saved now",
        "SELECT count(*) FROM current_user_saved_tracks WHERE user_id = $1");
    READS.put(
        "all playlists' tracks now",
        "SELECT count(track_id) FROM current_user_playlist_tracks WHERE user_id = $1");
    READS.put(
        "what changed in one resource within a month",
        """
        SELECT changed_at, change, place, place_before
        FROM user_library_changes($1, '2026-05-01', '2026-06-01', 'saved_tracks')
        ORDER BY changed_at DESC, place LIMIT 50
        """);
    READS.put(
        "writing: the newest version of a list",
        """
        SELECT id, content_hash FROM history.lists
        WHERE user_id = $1 AND resource = 'top_tracks' AND provider = 'spotify' AND list_key = 'short_term'
        ORDER BY observed_at DESC LIMIT 1
        """);
    READS.put(
        "erasing: who holds an item",
        """
        SELECT EXISTS (SELECT FROM history.lists WHERE resource = 'playlist_tracks' AND version_ids @> ARRAY[17::bigint])
          OR EXISTS (SELECT FROM history.memberships WHERE item_id = 17)
          OR EXISTS (SELECT FROM history.plays WHERE item_id = 17)
        """);
  }

  private static final Pattern READS_ALL =
      Pattern.compile("Seq Scan on (lists|memberships|plays|item_versions)\\b");

  @Test
  void noReadOfOnePersonReadsAWholeTable() throws Exception {
    try (var database = TestDatabase.fresh()) {
      fill(database, 2_000);
      try (var app = database.asApp()) {
        for (var read : READS.entrySet()) {
          var plan = String.join("\n", plan(app, read.getValue()));
          assertThat(plan).as(read.getKey() + "\n" + plan).contains("Execution Time");
          assertThat(READS_ALL.matcher(plan).find()).as(read.getKey() + "\n" + plan).isFalse();
        }
      }
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "schema.plans", matches = "write")
  void writeThePlansOfALargeDatabase() throws Exception {
    try (var database = TestDatabase.fresh()) {
      fill(database, 10_000);
      try (var app = database.asApp()) {
        var text = new StringBuilder(INTRODUCTION);
        for (var read : READS.entrySet()) {
          plan(app, read.getValue());
          text.append("\n## ")
              .append(read.getKey())
              .append("\n\n```sql\n")
              .append(read.getValue().strip());
          text.append("\n```\n```\n");
          plan(app, read.getValue()).stream()
              .filter(
                  line ->
                      !line.matches(
                          "\\s*(Planning:?|Planning Time.*|  Buffers.*|.*Memory Usage.*|.*Heap Blocks.*)"))
              .forEach(
                  line ->
                      text.append(line.replaceAll("width=\\d+", "").stripTrailing()).append("\n"));
          text.append("```\n");
        }
        Files.writeString(PLANS, text.toString());
      }
    }
  }

  private static final String INTRODUCTION =
      """
      # Plans

      Each of these is EXPLAIN (ANALYZE, BUFFERS) as the functions' role, the second time, on a database of 10,000 people in
      which one has 8,000 items and 20,000 plays; `$1` is that one. Written by
      `mvn test -pl functions/store -am -Dtest=PlansIT -Dschema.plans=write -Dsurefire.failIfNoSpecifiedTests=false`.
      A test holds, on a smaller database, that none of them reads a whole table of history or of item versions.
      """;

  private static void fill(TestDatabase database, int people) throws SQLException {
    try (var owner = database.asOwner()) {
      BusyDatabase.fill(owner, people);
    }
  }

  private static List<String> plan(Connection app, String sql) throws SQLException {
    var bound =
        sql.replace("$1", "'" + BusyDatabase.COLLECTOR + "'")
            .replace("$2", "'" + BusyDatabase.SOMEBODY + "'");
    return Ask.rows(app, "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + bound);
  }
}
