package io.blendify.store.taste;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What people listen on, as far as the sources of their plays say it. */
@Singleton
public class Devices {

  private final JdbcOperations jdbc;

  Devices(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Those with the most plays first. */
  @Transactional
  public List<Device> of(UUID user, int most) {
    return jdbc.prepareStatement(
        """
        SELECT device, count(*) AS plays, min(played_at) AS first_played_at,
               max(played_at) AS last_played_at
        FROM history.plays
        WHERE user_id = ? AND device IS NOT NULL
        GROUP BY device
        ORDER BY plays DESC, device
        LIMIT ?
        """,
        statement -> {
          statement.setObject(1, user);
          statement.setInt(2, most);
          var devices = new ArrayList<Device>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              devices.add(
                  new Device(
                      rows.getString("device"),
                      rows.getLong("plays"),
                      rows.getObject("first_played_at", OffsetDateTime.class).toInstant(),
                      rows.getObject("last_played_at", OffsetDateTime.class).toInstant()));
            }
          }
          return devices;
        });
  }
}
