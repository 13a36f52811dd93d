package io.blendify.store.sync;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every statement on {@code provider_sync_status} but those that connect and disconnect. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public abstract class SyncStatuses implements GenericRepository<SyncStatus, UUID> {

  @Query(
      """
      SELECT connection_id, resource, list_key, user_id, provider, last_complete_at, last_full_at,
             provider_version, newest_play, next_due_at, cooldown_until, reason, detail, failures,
             items, gap_from, gap_until, doubted_since, doubted_at, doubted_looks, updated_at
      FROM provider_sync_status
      WHERE connection_id = :connectionId AND resource = :resource AND list_key = :listKey
      """)
  public abstract Optional<SyncStatus> find(UUID connectionId, String resource, String listKey);

  /** All listings of one person, in a fixed order. */
  @Query(
      """
      SELECT connection_id, resource, list_key, user_id, provider, last_complete_at, last_full_at,
             provider_version, newest_play, next_due_at, cooldown_until, reason, detail, failures,
             items, gap_from, gap_until, doubted_since, doubted_at, doubted_looks, updated_at
      FROM provider_sync_status
      WHERE user_id = :userId
      ORDER BY provider, resource, list_key, connection_id
      """)
  public abstract List<SyncStatus> findByUser(UUID userId);

  /** A run read all it meant to read: the listing is current. */
  @Query(
      """
      UPDATE provider_sync_status
      SET last_complete_at = :observedAt,
          last_full_at = CASE WHEN :full THEN :observedAt ELSE last_full_at END,
          provider_version = CAST(:version AS text),
          newest_play = GREATEST(newest_play, :newestPlay),
          next_due_at = :nextDueAt, cooldown_until = :cooldownUntil, reason = NULL, detail = NULL,
          failures = 0, items = :items, gap_from = COALESCE(:gapFrom, gap_from),
          gap_until = COALESCE(:gapUntil, gap_until),
          gaps = CASE WHEN CAST(:gapFrom AS timestamptz) IS NULL THEN gaps
            ELSE COALESCE(gaps, '{}') + tstzmultirange(tstzrange(:gapFrom, :gapUntil)) END,
          doubted_since = NULL, doubted_at = NULL,
          doubted_looks = 0, updated_at = :now
      WHERE connection_id = :connectionId AND resource = :resource AND list_key = :listKey
      """)
  abstract int complete(
      UUID connectionId,
      String resource,
      String listKey,
      Instant observedAt,
      boolean full,
      @Nullable String version,
      @Nullable Instant newestPlay,
      @Nullable Instant nextDueAt,
      Instant cooldownUntil,
      int items,
      @Nullable Instant gapFrom,
      @Nullable Instant gapUntil,
      Instant now);

  /**
   * A run ended without the whole listing; what is known of it stays.
   *
   * @param version what was asked for in vain, so that it is not asked for again until it differs;
   *     null leaves what is there
   */
  @Query(
      """
      UPDATE provider_sync_status
      SET reason = :reason, detail = :detail, failures = failures + 1,
          provider_version = COALESCE(CAST(:version AS text), provider_version),
          next_due_at = :nextDueAt, cooldown_until = :cooldownUntil, updated_at = :now
      WHERE connection_id = :connectionId AND resource = :resource AND list_key = :listKey
      """)
  abstract int fall(
      UUID connectionId,
      String resource,
      String listKey,
      String reason,
      String detail,
      @Nullable String version,
      @Nullable Instant nextDueAt,
      Instant cooldownUntil,
      Instant now);

  /**
   * A run read all there was to be read, which is too little to be believed yet: what is known
   * stays.
   *
   * @param items how many entries the listing has with those that the run added; null for as many
   *     as before
   */
  @Query(
      """
      UPDATE provider_sync_status
      SET reason = 'unconfirmed', detail = :detail, doubted_since = :since, doubted_at = :at,
          doubted_looks = :looks, items = COALESCE(CAST(:items AS integer), items),
          next_due_at = :nextDueAt, cooldown_until = :cooldownUntil, updated_at = :now
      WHERE connection_id = :connectionId AND resource = :resource AND list_key = :listKey
      """)
  abstract int doubt(
      UUID connectionId,
      String resource,
      String listKey,
      String detail,
      Instant since,
      Instant at,
      int looks,
      @Nullable Integer items,
      Instant nextDueAt,
      Instant cooldownUntil,
      Instant now);

  /** Why the listing waits, while its job is still open. */
  @Query(
      """
      UPDATE provider_sync_status
      SET reason = :reason, detail = :detail, updated_at = :now
      WHERE connection_id = :connectionId AND resource = :resource AND list_key = :listKey
        AND reason IS DISTINCT FROM :reason
      """)
  abstract int waiting(
      UUID connectionId,
      String resource,
      String listKey,
      String reason,
      String detail,
      Instant now);
}
