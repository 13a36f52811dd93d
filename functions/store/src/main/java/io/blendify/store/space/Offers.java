package io.blendify.store.space;

import io.blendify.core.blend.Offer;
import io.blendify.core.recording.Folded;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How recordings that no participant has stand in the catalogue. */
@Singleton
public class Offers {

  private final JdbcOperations jdbc;

  Offers(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Each by the first description of the first item that was known to be it, which never changes.
   *
   * @param not providers whose items may not be taken
   */
  @Transactional
  public List<Offer> of(Collection<Long> recordings, Set<String> not) {
    return jdbc.prepareStatement(
        """
        SELECT DISTINCT ON (e.recording_id) e.recording_id, v.id, v.explicit, v.artist_names,
               v.artist_name, COALESCE(e.inputs ->> 'key', v.name) AS title
        FROM catalog.recording_evidence e
        JOIN catalog.items i ON i.id = e.item_id AND i.kind = 'track' AND i.provider <> ALL (?)
        JOIN catalog.item_versions v ON v.item_id = e.item_id
        WHERE e.recording_id = ANY (?)
        ORDER BY e.recording_id, e.id, v.id
        """,
        statement -> {
          SqlArray.text(statement, 1, List.copyOf(not));
          SqlArray.bigint(statement, 2, List.copyOf(recordings));
          var offers = new ArrayList<Offer>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              var names = rows.getArray("artist_names");
              offers.add(
                  new Offer(
                      rows.getLong("recording_id"),
                      rows.getLong("id"),
                      rows.getString("title"),
                      rows.getBoolean("explicit"),
                      names == null
                          ? List.of()
                          : Arrays.stream((String[]) names.getArray())
                              .map(Folded::of)
                              .filter(key -> !key.isEmpty())
                              .toList()));
            }
          }
          return offers;
        });
  }
}
