package io.blendify.store.space;

import io.blendify.core.population.Place;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every statement on {@code taste.places} and {@code taste.styles}. */
@Singleton
public class Places {

  private static final int BATCH = 200;

  /** Keys asked for at once. */
  private static final int KEYS = 5_000;

  /**
   * A thing and all that is known of it.
   *
   * @param near bytes of a {@link io.blendify.core.population.Vicinity}; empty for artists
   */
  public record Thing(String key, Place place, byte[] near) {}

  private final JdbcOperations jdbc;

  Places(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void addStyles(int edition, String kind, List<List<String>> styles) {
    for (int number = 0; number < styles.size(); number++) {
      short of = (short) number;
      var keys = styles.get(number);
      jdbc.prepareStatement(
          "INSERT INTO taste.styles (edition, kind, number, keys) VALUES (?, ?, ?, ?)",
          statement -> {
            statement.setInt(1, edition);
            statement.setString(2, kind);
            statement.setShort(3, of);
            SqlArray.text(statement, 4, keys);
            return statement.executeUpdate();
          });
    }
  }

  @Transactional
  public List<List<String>> styles(int edition, String kind) {
    return jdbc.prepareStatement(
        "SELECT keys FROM taste.styles WHERE edition = ? AND kind = ? ORDER BY number",
        statement -> {
          statement.setInt(1, edition);
          statement.setString(2, kind);
          var styles = new ArrayList<List<String>>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              styles.add(List.of((String[]) rows.getArray("keys").getArray()));
            }
          }
          return styles;
        });
  }

  @Transactional
  public void add(int edition, String kind, List<Thing> things) {
    jdbc.prepareStatement(
        """
        INSERT INTO taste.places (
          edition, kind, key, listeners, styles, shares, near)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          for (int i = 0; i < things.size(); i++) {
            bind(statement, edition, kind, things.get(i));
            statement.addBatch();
            if (i % BATCH == BATCH - 1 || i == things.size() - 1) {
              statement.executeBatch();
            }
          }
          return things.size();
        });
  }

  private static void bind(PreparedStatement statement, int edition, String kind, Thing thing)
      throws SQLException {
    var connection = statement.getConnection();
    statement.setInt(1, edition);
    statement.setString(2, kind);
    statement.setString(3, thing.key());
    statement.setInt(4, thing.place().listeners());
    var styles = new Short[thing.place().styles().length];
    for (int i = 0; i < styles.length; i++) {
      styles[i] = (short) thing.place().styles()[i];
    }
    statement.setArray(5, connection.createArrayOf("int2", styles));
    statement.setArray(6, reals(connection, thing.place().shares()));
    statement.setBytes(7, thing.near());
  }

  private static java.sql.Array reals(Connection connection, float[] values) throws SQLException {
    var boxed = new Float[values.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = values[i];
    }
    return connection.createArrayOf("float4", boxed);
  }

  /** By key; what does not stand in the edition is left out. */
  @Transactional
  public Map<String, Place> of(int edition, String kind, Collection<String> keys) {
    Map<String, Place> places = new HashMap<>();
    for (var batch : batches(keys)) {
      jdbc.prepareStatement(
          """
          SELECT key, listeners, styles, shares FROM taste.places
          WHERE kind = ? AND key = ANY (?) AND edition = ?
          """,
          statement -> {
            statement.setString(1, kind);
            SqlArray.text(statement, 2, batch);
            statement.setInt(3, edition);
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                places.put(rows.getString("key"), place(rows));
              }
            }
            return places;
          });
    }
    return places;
  }

  private static Place place(ResultSet rows) throws SQLException {
    var numbers = (Short[]) rows.getArray("styles").getArray();
    var styles = new int[numbers.length];
    for (int i = 0; i < styles.length; i++) {
      styles[i] = numbers[i];
    }
    return new Place(rows.getInt("listeners"), styles, floats(rows, "shares"));
  }

  private static float[] floats(ResultSet rows, String column) throws SQLException {
    var boxed = (Float[]) rows.getArray(column).getArray();
    var values = new float[boxed.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = boxed[i];
    }
    return values;
  }

  /** By recording, bytes of what goes with it. */
  @Transactional
  public Map<Long, byte[]> near(int edition, Collection<Long> recordings) {
    return jdbc.prepareStatement(
        """
        SELECT key::bigint AS recording, near FROM taste.places
        WHERE kind = 'recording' AND key = ANY (?::bigint[]::text[]) AND edition = ?
        """,
        statement -> {
          SqlArray.bigint(statement, 1, recordings.stream().mapToLong(Long::longValue).toArray());
          statement.setInt(2, edition);
          statement.setFetchSize(KEYS);
          Map<Long, byte[]> near = new HashMap<>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              near.put(rows.getLong("recording"), rows.getBytes("near"));
            }
          }
          return near;
        });
  }

  private static List<List<String>> batches(Collection<String> keys) {
    var all = List.copyOf(keys);
    var batches = new ArrayList<List<String>>();
    for (int from = 0; from < all.size(); from += KEYS) {
      batches.add(all.subList(from, Math.min(all.size(), from + KEYS)));
    }
    return batches;
  }
}
