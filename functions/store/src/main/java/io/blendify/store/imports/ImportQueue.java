package io.blendify.store.imports;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Makes the job that reads an uploaded file, once the file is there. */
@Singleton
public class ImportQueue {

  /** The resource of import jobs: the list key is the import's id. */
  public static final String RESOURCE = "import";

  private final JdbcOperations jdbc;
  private final Imports imports;
  private final InstantSource clock;

  ImportQueue(JdbcOperations jdbc, Imports imports, InstantSource clock) {
    this.jdbc = jdbc;
    this.imports = imports;
    this.clock = clock;
  }

  /**
   * Writes the job row, and the person's {@code file} connection where this is their first file.
   * The caller then sends the job's id to the queue {@code fetch-file}.
   *
   * @return empty where the import is not this person's or no longer waits for its file
   */
  @Transactional
  public Optional<UUID> queue(UUID importId, UUID userId) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var jobId = UUID.randomUUID();
    if (imports.find(importId, userId).filter(ImportQueue::waits).isEmpty()) {
      return Optional.empty();
    }
    connect(userId, now);
    insert(jobId, importId, userId, now);
    if (imports.queue(importId, userId, jobId, now) == 0) {
      throw new IllegalStateException("import " + importId + " was queued by somebody else");
    }
    return Optional.of(jobId);
  }

  private static boolean waits(Import row) {
    return row.status() == ImportStatus.WAITING_FOR_FILE;
  }

  private void connect(UUID userId, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO provider_connections (
          id, user_id, provider, provider_user_id, status, consented_at, created_at, updated_at)
        VALUES (?, ?, 'file', ?, 'active', ?, ?, ?)
        ON CONFLICT (user_id, provider) DO NOTHING
        """,
        statement -> {
          statement.setObject(1, UUID.randomUUID());
          statement.setObject(2, userId);
          statement.setString(3, userId.toString());
          statement.setObject(4, utc(now));
          statement.setObject(5, utc(now));
          statement.setObject(6, utc(now));
          return statement.executeUpdate();
        });
  }

  private void insert(UUID jobId, UUID importId, UUID userId, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO sync_jobs (
          id, user_id, connection_id, provider, resource, list_key, trigger, status, not_before,
          created_at, updated_at)
        SELECT ?, user_id, id, provider, ?, ?, 'import', 'pending', ?, ?, ?
        FROM provider_connections
        WHERE user_id = ? AND provider = 'file'
        """,
        statement -> {
          statement.setObject(1, jobId);
          statement.setString(2, RESOURCE);
          statement.setString(3, importId.toString());
          statement.setObject(4, utc(now));
          statement.setObject(5, utc(now));
          statement.setObject(6, utc(now));
          statement.setObject(7, userId);
          return statement.executeUpdate();
        });
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
