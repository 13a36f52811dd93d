package io.blendify.store.imports;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.Trigger;
import io.blendify.store.connection.Connections;
import io.blendify.store.sync.NewJob;
import io.blendify.store.sync.SyncJobs;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the job that reads an uploaded file, once the file is there. */
@Singleton
public class ImportQueue {

  /** The resource of import jobs: the list key is the import's id. */
  public static final String RESOURCE = "import";

  private final Connections connections;
  private final SyncJobs jobs;
  private final Imports imports;
  private final InstantSource clock;

  ImportQueue(Connections connections, SyncJobs jobs, Imports imports, InstantSource clock) {
    this.connections = connections;
    this.jobs = jobs;
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
    connections.insertFile(UUID.randomUUID(), userId, now);
    insert(jobId, importId, userId, now);
    if (imports.queue(importId, userId, jobId, now) == 0) {
      throw new IllegalStateException("import " + importId + " was queued by somebody else");
    }
    return Optional.of(jobId);
  }

  private static boolean waits(Import row) {
    return row.status() == ImportStatus.WAITING_FOR_FILE;
  }

  private void insert(UUID jobId, UUID importId, UUID userId, Instant now) {
    var connection = connections.find(userId, ProviderId.FILE).orElseThrow();
    var job =
        new NewJob(
            jobId,
            userId,
            connection.id(),
            ProviderId.FILE,
            RESOURCE,
            importId.toString(),
            Trigger.IMPORT,
            "{}");
    jobs.insert(List.of(job), now, now);
  }
}
