package io.blendify.store.blend;

import io.blendify.store.SqlArray;
import io.blendify.store.blend.BlendRequest.Consenting;
import io.blendify.store.blend.BlendRequest.Terms;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What a blend is computed from, but for the tastes themselves. */
@Singleton
public class BlendSources {

  private final JdbcOperations jdbc;

  BlendSources(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Who takes part now, by user id. */
  @Transactional
  public List<Consenting> consenting(UUID blend) {
    return jdbc.prepareStatement(
        """
        SELECT p.user_id, u.display_name, p.weight, c.resources,
               EXISTS (SELECT FROM taste.profiles t WHERE t.user_id = p.user_id) AS has_taste
        FROM blend_participants p
        JOIN users u ON u.id = p.user_id
        JOIN LATERAL (
          SELECT granted, resources FROM consents
          WHERE blend_id = p.blend_id AND user_id = p.user_id
          ORDER BY id DESC
          LIMIT 1
        ) AS c ON c.granted
        WHERE p.blend_id = ? AND p.status = 'accepted'
        ORDER BY p.user_id::text COLLATE "C"
        """,
        statement -> {
          statement.setObject(1, blend);
          var all = new ArrayList<Consenting>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(consenting(rows));
            }
          }
          return all;
        });
  }

  private static Consenting consenting(ResultSet rows) throws SQLException {
    var resources = (String[]) rows.getArray("resources").getArray();
    return new Consenting(
        rows.getObject("user_id", UUID.class),
        rows.getString("display_name"),
        rows.getDouble("weight"),
        Arrays.stream(resources).sorted().distinct().toList(),
        rows.getBoolean("has_taste"));
  }

  @Transactional
  public List<Terms> terms() {
    return jdbc.prepareStatement(
        "SELECT provider, may_score, may_mix FROM provider_terms ORDER BY provider",
        statement -> {
          var all = new ArrayList<Terms>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(
                  new Terms(
                      rows.getString("provider"),
                      rows.getBoolean("may_score"),
                      rows.getBoolean("may_mix")));
            }
          }
          return all;
        });
  }

  /** The blend's last results, newest first. */
  @Transactional
  public List<UUID> lastResults(UUID blend, int count) {
    return jdbc.prepareStatement(
        """
        SELECT id FROM blend_refreshes
        WHERE blend_id = ? AND status = 'completed'
        ORDER BY requested_at DESC, id DESC
        LIMIT ?
        """,
        statement -> {
          statement.setObject(1, blend);
          statement.setInt(2, count);
          var all = new ArrayList<UUID>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(rows.getObject("id", UUID.class));
            }
          }
          return all;
        });
  }

  /** The recordings that those results chose. */
  @Transactional
  public Set<Long> recordingsOf(List<UUID> refreshes) {
    return jdbc.prepareStatement(
        """
        SELECT DISTINCT (blend_metadata ->> 'recording')::bigint AS recording
        FROM blend_tracks
        WHERE refresh_id = ANY (?)
        """,
        statement -> {
          SqlArray.uuid(statement, 1, refreshes);
          var all = new TreeSet<Long>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(rows.getLong("recording"));
            }
          }
          return all;
        });
  }
}
