package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.store.SqlArray;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every statement on {@code sync_jobs}. A worker's statements name the lease that it works under
 * and answer 0 where the job is no longer its own.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public abstract class SyncJobs implements GenericRepository<SyncJob, UUID> {

  private final JdbcOperations jdbc;

  SyncJobs(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Query(
      """
      SELECT id, user_id, connection_id, provider, resource, list_key, trigger, status, parameters,
             cursor, items_done, items_total, attempts, lease_owner, lease_until, not_before,
             sent_at, observed_at, reason, error, created_at, started_at, finished_at, updated_at
      FROM sync_jobs
      WHERE id = :id
      """)
  public abstract Optional<SyncJob> find(UUID id);

  /**
   * Writes those of the jobs whose listing has no open job, all in one statement.
   *
   * @return those that were written; their messages are still to be sent
   */
  @Transactional
  public List<OutgoingJob> insert(List<NewJob> jobs, Instant notBefore, Instant now) {
    if (jobs.isEmpty()) {
      return List.of();
    }
    return jdbc.prepareStatement(
        """
        INSERT INTO sync_jobs (
          id, user_id, connection_id, provider, resource, list_key, trigger, status, parameters,
          not_before, created_at, updated_at)
        SELECT n.id, n.user_id, n.connection_id, n.provider, n.resource, n.list_key, n.trigger,
               'pending', CAST(n.parameters AS jsonb), ?, ?, ?
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS n (
          id, user_id, connection_id, provider, resource, list_key, trigger, parameters)
        ON CONFLICT (connection_id, resource, list_key)
          WHERE status IN ('pending', 'running', 'parked') DO NOTHING
        RETURNING id, provider
        """,
        statement -> {
          statement.setObject(1, notBefore.atOffset(ZoneOffset.UTC));
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          bind(statement, jobs);
          return outgoing(statement);
        });
  }

  private static void bind(PreparedStatement statement, List<NewJob> jobs) throws SQLException {
    SqlArray.uuid(statement, 4, jobs.stream().map(NewJob::id).toList());
    SqlArray.uuid(statement, 5, jobs.stream().map(NewJob::userId).toList());
    SqlArray.uuid(statement, 6, jobs.stream().map(NewJob::connectionId).toList());
    SqlArray.text(statement, 7, jobs.stream().map(job -> job.provider().value()).toList());
    SqlArray.text(statement, 8, jobs.stream().map(NewJob::resource).toList());
    SqlArray.text(statement, 9, jobs.stream().map(NewJob::listKey).toList());
    SqlArray.text(statement, 10, jobs.stream().map(job -> job.trigger().label()).toList());
    SqlArray.text(statement, 11, jobs.stream().map(NewJob::parameters).toList());
  }

  private static List<OutgoingJob> outgoing(PreparedStatement statement) throws SQLException {
    var written = new ArrayList<OutgoingJob>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        var provider = new ProviderId(rows.getString("provider"));
        written.add(new OutgoingJob(rows.getObject("id", UUID.class), provider));
      }
    }
    return written;
  }

  /** Notes that messages are on their way, for jobs that no worker has taken up since. */
  @Transactional
  public void markSent(Collection<UUID> ids, Instant now) {
    if (ids.isEmpty()) {
      return;
    }
    jdbc.prepareStatement(
        "UPDATE sync_jobs SET sent_at = ? WHERE id = ANY (?) AND status = 'pending'",
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          SqlArray.uuid(statement, 2, List.copyOf(ids));
          return statement.executeUpdate();
        });
  }

  /**
   * Takes the job for so long. A lease that ran out is taken over. A run that has something put
   * aside or written keeps the instant at which it began; one that has nothing begins now, however
   * long ago others tried. Either is later than the listing's last run to the end, whatever the
   * clocks say.
   */
  @Query(
      """
      UPDATE sync_jobs
      SET status = 'running', lease_owner = :owner, lease_until = :until, attempts = attempts + 1,
          started_at = COALESCE(started_at, :now),
          observed_at = CASE WHEN cursor IS NULL OR observed_at IS NULL THEN GREATEST(:now, (
            SELECT GREATEST(s.last_complete_at, s.doubted_at) + interval '1 microsecond'
            FROM provider_sync_status s
            WHERE s.connection_id = sync_jobs.connection_id AND s.resource = sync_jobs.resource
              AND s.list_key = sync_jobs.list_key)) ELSE observed_at END,
          updated_at = :now
      WHERE id = :id AND status IN ('pending', 'running', 'parked') AND not_before <= :now
        AND (lease_until IS NULL OR lease_until <= :now)
      """)
  public abstract int claim(UUID id, UUID owner, Instant until, Instant now);

  /** Keeps the job for longer. */
  @Query(
      """
      UPDATE sync_jobs
      SET lease_until = :until
      WHERE id = :id AND lease_owner = :owner AND status = 'running'
      """)
  public abstract int renew(UUID id, UUID owner, Instant until);

  /**
   * Holds the job until the transaction ends, if the lease is still the worker's: with this begins
   * every transaction in which a worker writes.
   */
  @Query(
      """
      SELECT id
      FROM sync_jobs
      WHERE id = :id AND lease_owner = :owner AND status = 'running'
      FOR UPDATE
      """)
  public abstract Optional<UUID> hold(UUID id, UUID owner);

  /**
   * Notes what the job has reached, in the transaction that writes what was read; the worker keeps
   * it.
   *
   * @param parameters a JSON object whose members replace those of the same name
   */
  @Query(
      """
      UPDATE sync_jobs
      SET cursor = :cursor, items_done = :itemsDone, attempts = 0,
          parameters = parameters || CAST(:parameters AS jsonb), updated_at = :now
      WHERE id = :id AND lease_owner = :owner AND status = 'running'
      """)
  public abstract int reach(
      UUID id, UUID owner, String cursor, int itemsDone, String parameters, Instant now);

  /**
   * Gives the job back with what it has reached.
   *
   * @param status {@code pending} or {@code parked}
   * @param parameters a JSON object whose members replace those of the same name
   */
  @Query(
      """
      UPDATE sync_jobs
      SET status = :status, lease_owner = NULL, lease_until = NULL, not_before = :notBefore,
          sent_at = NULL, cursor = CAST(:cursor AS text), items_done = :itemsDone,
          items_total = CAST(:itemsTotal AS integer), attempts = :attempts,
          parameters = parameters || CAST(:parameters AS jsonb),
          observed_at = CASE WHEN :anew THEN NULL ELSE observed_at END,
          reason = CAST(:reason AS text), error = CAST(:error AS text), updated_at = :now
      WHERE id = :id AND lease_owner = :owner AND status = 'running'
      """)
  public abstract int giveBack(
      UUID id,
      UUID owner,
      String status,
      Instant notBefore,
      @Nullable String cursor,
      int itemsDone,
      @Nullable Integer itemsTotal,
      int attempts,
      String parameters,
      boolean anew,
      @Nullable String reason,
      @Nullable String error,
      Instant now);

  /**
   * Ends the job.
   *
   * @param status {@code completed} or {@code failed}
   */
  @Query(
      """
      UPDATE sync_jobs
      SET status = :status, lease_owner = NULL, lease_until = NULL, cursor = NULL,
          items_done = :itemsDone, parameters = parameters || CAST(:parameters AS jsonb),
          reason = CAST(:reason AS text), error = CAST(:error AS text), finished_at = :now,
          updated_at = :now
      WHERE id = :id AND lease_owner = :owner AND status = 'running'
      """)
  public abstract int end(
      UUID id,
      UUID owner,
      String status,
      int itemsDone,
      String parameters,
      @Nullable String reason,
      @Nullable String error,
      Instant now);

  /** Frees a job whose worker was stopped by something unforeseen, and notes what it was. */
  @Query(
      """
      UPDATE sync_jobs
      SET status = 'pending', lease_owner = NULL, lease_until = NULL, error = :error
      WHERE id = :id AND lease_owner = :owner AND status = 'running'
      """)
  public abstract int letGo(UUID id, UUID owner, String error);

  /** Says that the work which follows the job's end is done. */
  @Query("UPDATE sync_jobs SET parameters = parameters - 'taste' WHERE id = :id")
  public abstract int tasteSent(UUID id);

  /** Ends what waits for playlists that are no longer there. */
  @Transactional
  int endOfGonePlaylists(UUID connectionId, List<String> listKeys, Instant now) {
    return jdbc.prepareStatement(
        """
        UPDATE sync_jobs
        SET status = 'failed', reason = 'gone', error = 'the playlist is no longer there',
            lease_owner = NULL, lease_until = NULL, finished_at = ?, updated_at = ?
        WHERE connection_id = ? AND resource = 'playlist_tracks' AND list_key = ANY (?)
          AND status IN ('pending', 'parked')
        """,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          statement.setObject(3, connectionId);
          SqlArray.text(statement, 4, listKeys);
          return statement.executeUpdate();
        });
  }
}
