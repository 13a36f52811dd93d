package io.blendify.store.history;

import io.blendify.core.ProviderId;
import io.blendify.core.item.Kind;
import io.blendify.core.sync.Resource;
import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every statement on {@code history.memberships}. */
@Singleton
public class Memberships {

  private final JdbcOperations jdbc;

  Memberships(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Appends what differs between the run's entries and the set as it stands; an item that occurs
   * twice counts once.
   *
   * @param full whether the entries are the whole set: only then are members removed
   */
  @Transactional
  public SetChanges record(Run run, Resource set, Entries entries, boolean full) {
    return jdbc.prepareStatement(
        """
        WITH staged AS MATERIALIZED (
          SELECT DISTINCT ON (item_id) item_id, version_id, since
          FROM sync_entries(?, ?, ?, ?, ?, ?, ?)
          WHERE item_id IS NOT NULL
          ORDER BY item_id, place
        ), known AS MATERIALIZED (
          SELECT DISTINCT ON (item_id) item_id, version_id, member_since, action
          FROM history.memberships
          WHERE user_id = ? AND resource = ? AND provider = ?
          ORDER BY item_id, observed_at DESC
        ), held AS (
          SELECT item_id, version_id, member_since FROM known WHERE action <> 'removed'
        ), changes AS (
          SELECT s.item_id, s.version_id, s.since,
                 CASE WHEN h.item_id IS NULL THEN 'added' ELSE 'changed' END AS action
          FROM staged s
          LEFT JOIN held h ON h.item_id = s.item_id
          WHERE h.item_id IS NULL OR h.version_id <> s.version_id
            OR h.member_since IS DISTINCT FROM s.since
          UNION ALL
          SELECT h.item_id, h.version_id, h.member_since, 'removed'
          FROM held h
          LEFT JOIN staged s ON s.item_id = h.item_id
          WHERE ? AND s.item_id IS NULL
        ), appended AS (
          INSERT INTO history.memberships (
            user_id, provider, resource, item_id, version_id, action, member_since, observed_at,
            job_id)
          SELECT ?, ?, ?, c.item_id, c.version_id, c.action, c.since, ?, ?
          FROM changes c
          ORDER BY c.item_id
          ON CONFLICT (user_id, resource, provider, item_id, observed_at) DO NOTHING
          RETURNING action
        )
        SELECT count(*) FILTER (WHERE action = 'added') AS added,
               count(*) FILTER (WHERE action = 'changed') AS changed,
               count(*) FILTER (WHERE action = 'removed') AS removed,
               (SELECT count(*) FROM held) AS held
        FROM appended
        """,
        statement -> {
          int next = entries.bind(statement, 1);
          statement.setObject(next++, run.userId());
          statement.setString(next++, set.label());
          statement.setString(next++, run.provider().value());
          statement.setBoolean(next++, full);
          statement.setObject(next++, run.userId());
          statement.setString(next++, run.provider().value());
          statement.setString(next++, set.label());
          statement.setObject(next++, run.observedAt().atOffset(ZoneOffset.UTC));
          statement.setObject(next, run.jobId());
          return changes(statement);
        });
  }

  private static SetChanges changes(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      rows.next();
      int added = rows.getInt("added");
      int removed = rows.getInt("removed");
      int members = rows.getInt("held") + added - removed;
      return new SetChanges(added, rows.getInt("changed"), removed, members);
    }
  }

  /**
   * Which of these items are members, and since when.
   *
   * @param itemIds the provider's ids
   */
  @Transactional
  public Map<String, Optional<Instant>> held(
      UUID userId, ProviderId provider, Resource set, Kind kind, Collection<String> itemIds) {
    return jdbc.prepareStatement(
        """
        SELECT i.provider_item_id, newest.member_since
        FROM unnest(?) AS w (id)
        JOIN catalog.items i ON i.provider = ? AND i.kind = ? AND i.provider_item_id = w.id
        JOIN LATERAL (
          SELECT m.action, m.member_since
          FROM history.memberships m
          WHERE m.user_id = ? AND m.resource = ? AND m.provider = ? AND m.item_id = i.id
          ORDER BY m.observed_at DESC
          LIMIT 1) newest ON newest.action <> 'removed'
        """,
        statement -> {
          SqlArray.text(statement, 1, List.copyOf(itemIds));
          statement.setString(2, provider.value());
          statement.setString(3, kind.label());
          statement.setObject(4, userId);
          statement.setString(5, set.label());
          statement.setString(6, provider.value());
          return sinces(statement);
        });
  }

  private static Map<String, Optional<Instant>> sinces(PreparedStatement statement)
      throws SQLException {
    var held = new HashMap<String, Optional<Instant>>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var since = rows.getObject("member_since", OffsetDateTime.class);
        held.put(
            rows.getString("provider_item_id"),
            Optional.ofNullable(since).map(OffsetDateTime::toInstant));
      }
    }
    return held;
  }
}
