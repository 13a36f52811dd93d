package io.blendify.store.blend;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code blend_refreshes}: asking for one, and how they stand. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface BlendRefreshes extends GenericRepository<BlendRefresh, UUID> {

  /**
   * Asks for a blend to be computed. Then send the id to the queue {@code blends} and call {@link
   * #sent}. The seed is the blend's own, or derived from the id where its settings name none.
   *
   * @return 0 where one is already pending or running: {@link #findOpen} finds it
   */
  @Query(
      """
      INSERT INTO blend_refreshes (id, blend_id, status, seed, requested_at)
      SELECT :id, b.id, 'pending',
             COALESCE(CAST(b.algorithm_config ->> 'seed' AS bigint),
                      hashtextextended(CAST(:id AS text), 0)), :now
      FROM blends b
      WHERE b.id = :blendId
      ON CONFLICT (blend_id, (as_of IS NULL)) WHERE status IN ('pending', 'running') DO NOTHING
      """)
  int request(UUID id, UUID blendId, Instant now);

  /**
   * Asks for the score of a past moment; see {@link #request}.
   *
   * @return 0 where such a one is already pending or running: {@link #findOpenPast} finds it
   */
  @Query(
      """
      INSERT INTO blend_refreshes (id, blend_id, status, seed, requested_at, as_of)
      SELECT :id, b.id, 'pending',
             COALESCE(CAST(b.algorithm_config ->> 'seed' AS bigint),
                      hashtextextended(CAST(:id AS text), 0)), :now, :asOf
      FROM blends b
      WHERE b.id = :blendId
      ON CONFLICT (blend_id, (as_of IS NULL)) WHERE status IN ('pending', 'running') DO NOTHING
      """)
  int requestPast(UUID id, UUID blendId, Instant asOf, Instant now);

  /** The message with the id was sent. */
  @Query("UPDATE blend_refreshes SET sent_at = :now WHERE id = :id")
  int sent(UUID id, Instant now);

  /** Requests whose message was never sent, or whose worker died, oldest first: send them again. */
  @Query(
      """
      SELECT id FROM blend_refreshes
      WHERE (status = 'pending' AND COALESCE(sent_at, requested_at) < :before)
         OR (status = 'running' AND lease_until < :before)
      ORDER BY requested_at, id
      LIMIT :limit
      """)
  List<UUID> lost(Instant before, int limit);

  @Query(
      """
      SELECT id, blend_id, status, seed, engine_version, attempts,
             CAST(waiting_for AS text[]) AS waiting_for, error, requested_at, finished_at, as_of
      FROM blend_refreshes
      WHERE id = :id
      """)
  Optional<BlendRefresh> find(UUID id);

  @Query(
      """
      SELECT id, blend_id, status, seed, engine_version, attempts,
             CAST(waiting_for AS text[]) AS waiting_for, error, requested_at, finished_at, as_of
      FROM blend_refreshes
      WHERE blend_id = :blendId AND status IN ('pending', 'running') AND as_of IS NULL
      """)
  Optional<BlendRefresh> findOpen(UUID blendId);

  @Query(
      """
      SELECT id, blend_id, status, seed, engine_version, attempts,
             CAST(waiting_for AS text[]) AS waiting_for, error, requested_at, finished_at, as_of
      FROM blend_refreshes
      WHERE blend_id = :blendId AND status IN ('pending', 'running') AND as_of IS NOT NULL
      """)
  Optional<BlendRefresh> findOpenPast(UUID blendId);

  /** How the blend stands: its newest request, whatever became of it. */
  @Query(
      """
      SELECT id, blend_id, status, seed, engine_version, attempts,
             CAST(waiting_for AS text[]) AS waiting_for, error, requested_at, finished_at, as_of
      FROM blend_refreshes
      WHERE blend_id = :blendId AND as_of IS NULL
      ORDER BY requested_at DESC, id DESC
      LIMIT 1
      """)
  Optional<BlendRefresh> findNewest(UUID blendId);

  /**
   * Somebody leaves or takes back consent: nothing that was computed with them is shown any more.
   * Call it in the transaction that writes the change, after it; then {@link #request} anew. A
   * computation that is under way notices by itself.
   */
  default int withdraw(UUID blendId, UUID userId, Instant now) {
    hold(blendId, now);
    return withdrawHeld(blendId, userId);
  }

  /**
   * Locks the blend: a computation of it that is being written is then seen, or sees the change.
   */
  @Query("UPDATE blends SET total_tracks = 0, updated_at = :now WHERE id = :blendId")
  int hold(UUID blendId, Instant now);

  /** The second half of {@link #withdraw}. */
  @Query(
      """
      UPDATE blend_refreshes
      SET status = 'withdrawn'
      WHERE blend_id = :blendId AND status IN ('completed', 'past')
        AND inputs @> jsonb_build_object('participants',
              jsonb_build_array(jsonb_build_object('user_id', CAST(:userId AS text))))
      """)
  int withdrawHeld(UUID blendId, UUID userId);
}
