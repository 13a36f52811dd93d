package io.blendify.store.blend;

import io.blendify.store.SqlArray;
import io.blendify.store.blend.BlendRequest.Consenting;
import io.blendify.store.blend.BlendRequest.Terms;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The worker's statements on {@code blend_refreshes} and what it writes. */
@Singleton
public class BlendWork {

  private final JdbcOperations jdbc;

  BlendWork(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes a pending refresh, or a running one whose lease ran out. */
  @Transactional
  public Optional<BlendRequest> claim(UUID refresh, Instant now, Instant leaseUntil) {
    return jdbc.prepareStatement(
        """
        UPDATE blend_refreshes r
        SET status = 'running', lease_until = ?, attempts = attempts + 1
        FROM blends b
        WHERE r.id = ? AND b.id = r.blend_id
          AND (r.status = 'pending' OR (r.status = 'running' AND r.lease_until <= ?))
        RETURNING r.id, r.blend_id, r.seed, r.attempts, b.algorithm_type,
                  b.algorithm_config::text AS algorithm_config
        """,
        statement -> {
          statement.setObject(1, leaseUntil.atOffset(ZoneOffset.UTC));
          statement.setObject(2, refresh);
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          try (var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(request(rows)) : Optional.empty();
          }
        });
  }

  private static BlendRequest request(ResultSet rows) throws SQLException {
    return new BlendRequest(
        rows.getObject("id", UUID.class),
        rows.getObject("blend_id", UUID.class),
        rows.getLong("seed"),
        rows.getInt("attempts"),
        rows.getString("algorithm_type"),
        rows.getString("algorithm_config"));
  }

  /** Whether somebody else is at work on it. */
  @Transactional
  public boolean isRunning(UUID refresh) {
    return jdbc.prepareStatement(
        "SELECT EXISTS (SELECT FROM blend_refreshes WHERE id = ? AND status = 'running') AS running",
        statement -> {
          statement.setObject(1, refresh);
          try (var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean("running");
          }
        });
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

  /** The seed and the inputs of a computed blend, to compute it again. */
  @Transactional
  public Optional<Computed> computed(UUID refresh) {
    return jdbc.prepareStatement(
        "SELECT seed, inputs::text AS inputs FROM blend_refreshes WHERE id = ? AND inputs IS NOT NULL",
        statement -> {
          statement.setObject(1, refresh);
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(new Computed(rows.getLong("seed"), rows.getString("inputs")))
                : Optional.empty();
          }
        });
  }

  /** What a blend was computed from. */
  public record Computed(long seed, String inputs) {}

  /**
   * Writes the result, whole or not at all. Throws Outdated where somebody came, left, changed
   * consent or got a first profile meanwhile, or where another worker took over.
   *
   * @param from who it was computed from
   */
  @Transactional
  public void complete(
      BlendRequest request, List<Consenting> from, BlendResult result, Instant now) {
    if (!hold(request, result.tracks().size(), now)
        || !consenting(request.blendId()).equals(from)) {
      throw new Outdated();
    }
    close(request, "completed", result.inputs(), result.engineVersion(), result.waitingFor(), now);
    writeTracks(request, result.tracks(), now);
    writeScore(request, result, now);
  }

  /** There are not two people with data: says whom the blend waits for. */
  @Transactional
  public void await(
      BlendRequest request, List<Consenting> from, List<UUID> waitingFor, Instant now) {
    if (!hold(request, 0, now) || !consenting(request.blendId()).equals(from)) {
      throw new Outdated();
    }
    close(request, "waiting", null, null, waitingFor, now);
  }

  /**
   * What was computed must not be written: things changed meanwhile. Rolls the transaction back.
   */
  public static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outdated() {
      super("the blend changed while it was computed");
    }
  }

  /** Locks the blend, so that who leaves waits until the result is written, or is seen here. */
  private boolean hold(BlendRequest request, int tracks, Instant now) {
    return jdbc.prepareStatement(
        """
        UPDATE blends
        SET total_tracks = ?, updated_at = ?
        WHERE id = ? AND EXISTS (
          SELECT FROM blend_refreshes WHERE id = ? AND status = 'running' AND attempts = ?)
        """,
        statement -> {
          statement.setInt(1, tracks);
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          statement.setObject(3, request.blendId());
          statement.setObject(4, request.id());
          statement.setInt(5, request.attempt());
          return statement.executeUpdate() == 1;
        });
  }

  private void close(
      BlendRequest request,
      String status,
      @Nullable String inputs,
      @Nullable Integer engineVersion,
      List<UUID> waitingFor,
      Instant now) {
    jdbc.prepareStatement(
        """
        UPDATE blend_refreshes
        SET status = ?, inputs = ?::jsonb, engine_version = ?, waiting_for = ?, lease_until = NULL,
            error = NULL, finished_at = ?
        WHERE id = ? AND attempts = ?
        """,
        statement -> {
          statement.setString(1, status);
          statement.setString(2, inputs);
          statement.setObject(3, engineVersion, Types.INTEGER);
          SqlArray.uuid(statement, 4, waitingFor);
          statement.setObject(5, now.atOffset(ZoneOffset.UTC));
          statement.setObject(6, request.id());
          statement.setInt(7, request.attempt());
          return statement.executeUpdate();
        });
  }

  private void writeTracks(BlendRequest request, List<BlendResult.Track> tracks, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO blend_tracks (
          id, blend_id, refresh_id, track_id, track_name, artist_name, album_name, album_art_url,
          duration_ms, position, source_provider, source_user_id, similarity_score, blend_metadata,
          created_at)
        SELECT gen_random_uuid(), ?, ?, i.provider_item_id, v.name, v.artist_name, v.album_name,
               v.image_url, v.duration_ms, t.position::int, i.provider, t.source_user_id,
               t.similarity, t.metadata::jsonb || jsonb_strip_nulls(jsonb_build_object('isrc', v.isrc)), ?
        FROM unnest(?, ?, ?, ?) WITH ORDINALITY
          AS t (version_id, source_user_id, similarity, metadata, position)
        JOIN catalog.item_versions v ON v.id = t.version_id
        JOIN catalog.items i ON i.id = v.item_id
        """,
        statement -> {
          statement.setObject(1, request.blendId());
          statement.setObject(2, request.id());
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          SqlArray.bigint(statement, 4, tracks.stream().map(BlendResult.Track::version).toList());
          var users = tracks.stream().map(BlendResult.Track::sourceUserId).toArray();
          statement.setArray(5, statement.getConnection().createArrayOf("uuid", users));
          var similarities = tracks.stream().map(BlendResult.Track::similarity).toArray();
          statement.setArray(6, statement.getConnection().createArrayOf("float8", similarities));
          SqlArray.text(statement, 7, tracks.stream().map(BlendResult.Track::metadata).toList());
          return statement.executeUpdate();
        });
  }

  private void writeScore(BlendRequest request, BlendResult result, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO blend_scores (
          id, blend_id, refresh_id, score, interval_low, interval_high, details, engine_version,
          created_at)
        VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
        """,
        statement -> {
          statement.setObject(1, request.blendId());
          statement.setObject(2, request.id());
          statement.setDouble(3, result.score());
          statement.setDouble(4, result.low());
          statement.setDouble(5, result.high());
          statement.setString(6, result.details());
          statement.setInt(7, result.engineVersion());
          statement.setObject(8, now.atOffset(ZoneOffset.UTC));
          return statement.executeUpdate();
        });
  }

  /** Gives it back, to be tried again, or for good. */
  @Transactional
  public void giveBack(BlendRequest request, boolean forGood, String error, Instant now) {
    jdbc.prepareStatement(
        """
        UPDATE blend_refreshes
        SET status = ?, error = ?, lease_until = NULL, finished_at = ?
        WHERE id = ? AND status = 'running' AND attempts = ?
        """,
        statement -> {
          statement.setString(1, forGood ? "failed" : "pending");
          statement.setString(2, error);
          statement.setObject(3, forGood ? now.atOffset(ZoneOffset.UTC) : null);
          statement.setObject(4, request.id());
          statement.setInt(5, request.attempt());
          return statement.executeUpdate();
        });
  }

  /**
   * The blends whose newest result was made without this participant, or not at all for that. Call
   * it once the participant's profile is committed: what is being written now without it is waited
   * for, and what is written later sees it.
   */
  @Transactional
  public List<UUID> waitingFor(UUID user) {
    awaitWriters(user);
    return jdbc.prepareStatement(
        """
        SELECT p.blend_id
        FROM blend_participants p
        JOIN LATERAL (
          SELECT waiting_for FROM blend_refreshes
          WHERE blend_id = p.blend_id
          ORDER BY requested_at DESC, id DESC
          LIMIT 1
        ) AS newest ON newest.waiting_for @> ARRAY[p.user_id]
        WHERE p.user_id = ? AND p.status = 'accepted'
        ORDER BY p.blend_id
        """,
        statement -> {
          statement.setObject(1, user);
          var all = new ArrayList<UUID>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(rows.getObject("blend_id", UUID.class));
            }
          }
          return all;
        });
  }

  /** Whoever writes a result holds its blend until it is committed. */
  private void awaitWriters(UUID user) {
    jdbc.prepareStatement(
        """
        SELECT b.id
        FROM blends b
        JOIN blend_participants p ON p.blend_id = b.id
        WHERE p.user_id = ? AND p.status = 'accepted'
        ORDER BY b.id
        FOR SHARE OF b
        """,
        statement -> {
          statement.setObject(1, user);
          return statement.execute();
        });
  }
}
