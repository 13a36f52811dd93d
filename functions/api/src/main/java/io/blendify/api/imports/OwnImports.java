package io.blendify.api.imports;

import io.blendify.api.paging.Place;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.problem.ProblemType;
import io.blendify.core.ProviderId;
import io.blendify.core.file.FileStore;
import io.blendify.store.imports.Import;
import io.blendify.store.imports.ImportQueue;
import io.blendify.store.imports.Imports;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.OutgoingJob;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What a person can do with files of their own. */
@Singleton
public final class OwnImports {

  private final Imports imports;
  private final ImportQueue queue;
  private final FileStore files;
  private final JobMessages messages;
  private final ImportsConfig config;
  private final InstantSource clock;
  private final JsonMapper json;

  OwnImports(
      Imports imports,
      ImportQueue queue,
      FileStore files,
      JobMessages messages,
      ImportsConfig config,
      InstantSource clock,
      JsonMapper json) {
    this.imports = imports;
    this.queue = queue;
    this.files = files;
    this.messages = messages;
    this.config = config;
    this.clock = clock;
    this.json = json;
  }

  /** The newest first. */
  public List<ImportView> newest(UUID userId, int limit) {
    var newest = Place.of(null);
    return imports.findBefore(userId, newest.at(), newest.id(), limit).stream()
        .map(row -> ImportView.of(row, json))
        .toList();
  }

  /**
   * @throws ProblemException 404 for what is not this person's
   */
  public ImportView view(UUID userId, UUID id) {
    return ImportView.of(find(userId, id), json);
  }

  Announced announce(UUID userId, Announcement file) {
    if (file.sizeBytes() > config.maxBytes()) {
      throw ProblemException.of(
          ProblemType.TOO_LARGE, "A file may have " + config.maxBytes() + " bytes.");
    }
    refuseTooMany(userId);
    var id = UUID.randomUUID();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var key = "imports/" + id;
    imports.create(id, userId, file.fileName(), file.sizeBytes(), key, now);
    var url = files.uploadUrl(key, file.sizeBytes(), config.uploadValidity());
    return new Announced(
        id, url, now.plus(config.uploadValidity()), "/v1/imports/" + id + "/completion");
  }

  /** What was announced and never came stops counting once its address is no longer good. */
  private void refuseTooMany(UUID userId) {
    var recently = clock.instant().minus(config.uploadValidity());
    if (imports.countOpen(userId, recently) >= config.maxWaiting()) {
      throw ProblemException.notBefore(
          Duration.ofMinutes(5), "Wait until one of the files before is read.");
    }
  }

  /** The bytes are there: reads them as soon as a worker is free. */
  Import complete(UUID userId, UUID id) {
    var row = find(userId, id);
    var file = files.find(row.objectKey(), row.fileName());
    if (file == null) {
      throw ProblemException.conflict("The file has not arrived at its upload address.");
    }
    if (file.size() != row.sizeBytes()) {
      files.delete(row.objectKey());
      throw ProblemException.conflict(
          "The file has %d bytes and not the announced %d; announce it anew."
              .formatted(file.size(), row.sizeBytes()));
    }
    var job =
        queue
            .queue(id, userId)
            .orElseThrow(() -> ProblemException.conflict("This file is being read already."));
    messages.send(List.of(new OutgoingJob(job, ProviderId.FILE)), Duration.ZERO);
    return find(userId, id);
  }

  Import find(UUID userId, UUID id) {
    return imports.find(id, userId).orElseThrow(() -> ProblemException.notFound("import"));
  }
}
