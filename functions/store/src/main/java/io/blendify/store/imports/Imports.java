package io.blendify.store.imports;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every statement on {@code imports}. A final status is never left again. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Imports extends GenericRepository<Import, UUID> {

  /** Announces a file whose bytes are still to come. */
  @Query(
      """
      INSERT INTO imports (
        id, user_id, file_name, size_bytes, object_key, status, created_at, updated_at)
      VALUES (:id, :userId, :fileName, :sizeBytes, :objectKey, 'waiting_for_file', :now, :now)
      """)
  void create(UUID id, UUID userId, String fileName, long sizeBytes, String objectKey, Instant now);

  /** For requests: an import is found by its owner only. */
  @Query(
      """
      SELECT id, user_id, job_id, file_name, size_bytes, object_key, status, format, bytes_read,
             problem, detail, CAST(taken AS text) AS taken, CAST(added AS text) AS added,
             CAST(skipped AS text) AS skipped, created_at, finished_at, updated_at
      FROM imports
      WHERE id = :id AND user_id = :userId
      """)
  Optional<Import> find(UUID id, UUID userId);

  /** For workers, which act for nobody in particular. */
  @Query(
      """
      SELECT id, user_id, job_id, file_name, size_bytes, object_key, status, format, bytes_read,
             problem, detail, CAST(taken AS text) AS taken, CAST(added AS text) AS added,
             CAST(skipped AS text) AS skipped, created_at, finished_at, updated_at
      FROM imports
      WHERE id = :id
      """)
  Optional<Import> find(UUID id);

  /** Newest first, those that follow the given one. */
  @Query(
      """
      SELECT id, user_id, job_id, file_name, size_bytes, object_key, status, format, bytes_read,
             problem, detail, CAST(taken AS text) AS taken, CAST(added AS text) AS added,
             CAST(skipped AS text) AS skipped, created_at, finished_at, updated_at
      FROM imports
      WHERE user_id = :userId AND (created_at, id) < (:beforeCreatedAt, :beforeId)
      ORDER BY created_at DESC, id DESC
      LIMIT :limit
      """)
  List<Import> findBefore(UUID userId, Instant beforeCreatedAt, UUID beforeId, int limit);

  /** Those that a person announced since then and that have not ended. */
  @Query(
      """
      SELECT count(*) FROM imports
      WHERE user_id = :userId AND created_at > :since
        AND status NOT IN ('completed', 'refused', 'failed')
      """)
  int countOpen(UUID userId, Instant since);

  /**
   * The file is there and this job will read it.
   *
   * @return 0 where it was queued before or is no longer waiting
   */
  @Query(
      """
      UPDATE imports SET status = 'queued', job_id = :jobId, updated_at = :now
      WHERE id = :id AND user_id = :userId AND status = 'waiting_for_file'
      """)
  int queue(UUID id, UUID userId, UUID jobId, Instant now);

  /** A worker begins to read the file for the first time, or for the first time again. */
  @Query(
      """
      UPDATE imports SET status = 'checking', bytes_read = 0, updated_at = :now
      WHERE id = :id AND status IN ('queued', 'checking')
      """)
  int startChecking(UUID id, Instant now);

  /**
   * The file can be imported; what it holds is known, and nothing of it is written.
   *
   * @param added JSON object: zero for each resource label of {@code taken}
   */
  @Query(
      """
      UPDATE imports
      SET status = 'importing', format = :format, taken = CAST(:taken AS jsonb), added = CAST(:added AS jsonb),
          skipped = CAST(:skipped AS jsonb), bytes_read = 0, updated_at = :now
      WHERE id = :id AND status = 'checking'
      """)
  int accept(UUID id, String format, String taken, String added, String skipped, Instant now);

  /** How far the present reading has come. */
  @Query(
      """
      UPDATE imports SET bytes_read = :bytesRead, updated_at = :now
      WHERE id = :id AND status IN ('checking', 'importing')
      """)
  int progress(UUID id, long bytesRead, Instant now);

  /** So many more rows of a resource are written; part of the transaction that wrote them. */
  @Query(
      """
      UPDATE imports
      SET added = jsonb_set(
            added, ARRAY[CAST(:label AS text)], to_jsonb(COALESCE(CAST(added ->> :label AS bigint), 0) + CAST(:more AS bigint))),
          updated_at = :now
      WHERE id = :id AND status = 'importing'
      """)
  int added(UUID id, String label, long more, Instant now);

  /** Everything is written. */
  @Query(
      """
      UPDATE imports
      SET status = 'completed', bytes_read = size_bytes, finished_at = :now, updated_at = :now
      WHERE id = :id AND status = 'importing'
      """)
  int complete(UUID id, Instant now);

  /**
   * Ends it without its content.
   *
   * @param ended {@code refused} or {@code failed}
   * @param problem a stable word
   * @param detail one sentence for the person
   */
  @Query(
      """
      UPDATE imports
      SET status = :ended, problem = :problem, detail = CAST(:detail AS text), finished_at = :now,
          updated_at = :now
      WHERE id = :id AND status NOT IN ('completed', 'refused', 'failed')
      """)
  int end(UUID id, String ended, String problem, @Nullable String detail, Instant now);
}
