package io.blendify.fetcher.imports;

import io.blendify.core.file.FileReader;
import io.blendify.core.file.FileStore;
import io.blendify.core.file.FileVerdict.Accepted;
import io.blendify.core.file.FileVerdict.Refused;
import io.blendify.core.file.StoredFile;
import io.blendify.core.sync.Resource;
import io.blendify.fetcher.Figures;
import io.blendify.fetcher.JobRunner;
import io.blendify.fetcher.TimeLeft;
import io.blendify.store.imports.Import;
import io.blendify.store.imports.ImportQueue;
import io.blendify.store.imports.ImportRuns;
import io.blendify.store.imports.ImportStatus;
import io.blendify.store.imports.Imports;
import io.blendify.store.sync.ClaimedJob;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.Leases;
import io.blendify.store.sync.OutgoingJob;
import io.blendify.store.sync.SyncSettings;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports one uploaded file: reads it once to know whether it can be imported at all, and then
 * again to write what it holds. Stopped anywhere, it goes on behind the last batch that was
 * written.
 */
@Singleton
final class ImportJob implements JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

  private final Imports imports;
  private final ImportRuns runs;
  private final FileReader reader;
  private final BeanProvider<FileStore> files;
  private final Report report;
  private final Leases leases;
  private final JobMessages messages;
  private final Figures figures;
  private final ImportSettings settings;
  private final SyncSettings patience;
  private final InstantSource clock;

  ImportJob(
      Imports imports,
      ImportRuns runs,
      FileReader reader,
      BeanProvider<FileStore> files,
      Report report,
      Leases leases,
      JobMessages messages,
      Figures figures,
      ImportSettings settings,
      SyncSettings patience,
      InstantSource clock) {
    this.imports = imports;
    this.runs = runs;
    this.reader = reader;
    this.files = files;
    this.report = report;
    this.leases = leases;
    this.messages = messages;
    this.figures = figures;
    this.settings = settings;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public boolean runs(String resource) {
    return resource.equals(ImportQueue.RESOURCE);
  }

  @Override
  public void run(ClaimedJob claimed, TimeLeft time) {
    var row = imports.find(UUID.fromString(claimed.job().listKey()));
    if (row.isEmpty() || row.get().status().isFinal()) {
      runs.drop(claimed);
      return;
    }
    try {
      run(claimed, row.get(), time);
    } catch (IOException e) {
      throw new UncheckedIOException("import " + row.get().id(), e);
    }
  }

  private void run(ClaimedJob claimed, Import row, TimeLeft time) throws IOException {
    if (claimed.job().attempts() > patience.maxAttempts()) {
      fail(claimed, row, "given_up", "Reading the file was stopped too often: upload it again.");
      return;
    }
    var file = files.get().find(row.objectKey(), row.fileName());
    if (file == null) {
      fail(claimed, row, "file_missing", "The file is no longer there: upload it again.");
    } else if (row.status() == ImportStatus.IMPORTING || check(claimed, row, file)) {
      read(claimed, row, file, time);
    }
  }

  /** Whether it can be imported. It is not handed on midway: there is nothing to go on from. */
  private boolean check(ClaimedJob claimed, Import row, StoredFile file) throws IOException {
    imports.startChecking(row.id(), clock.instant());
    return switch (reader.inspect(file, signs(claimed, row))) {
      case Accepted accepted -> {
        LOG.info("import {}: {}, {}", row.id(), accepted.format().label(), accepted.taken());
        runs.accept(
            claimed,
            row,
            accepted.format().label(),
            report.taken(accepted),
            report.nothingAdded(accepted),
            report.skipped(accepted));
        yield true;
      }
      case Refused(var problem, var detail) -> {
        LOG.info("import {} refused: {}", row.id(), problem);
        runs.refuse(claimed, row, problem, detail);
        files.get().delete(row.objectKey());
        yield false;
      }
    };
  }

  private void read(ClaimedJob claimed, Import row, StoredFile file, TimeLeft time)
      throws IOException {
    var cursor = claimed.job().cursor();
    var batches =
        new Batches(
            cursor == null ? 0 : Long.parseLong(cursor),
            settings.batch(),
            (batch, delivered) -> {
              appended(claimed, runs.append(claimed, row, batch, delivered));
              if (time.left().compareTo(settings.reserve()) < 0) {
                handOn(claimed, delivered);
              }
            });
    try {
      reader.read(file, batches, signs(claimed, row));
      batches.flush();
    } catch (HandOn _) {
      return;
    }
    runs.complete(claimed, row, batches.delivered());
    figures.completed(claimed.job(), null);
    files.get().delete(row.objectKey());
  }

  private void appended(ClaimedJob claimed, Map<Resource, Long> added) {
    var provider = claimed.job().provider();
    added.forEach((resource, entries) -> figures.appended(provider, resource.label(), entries));
  }

  private void handOn(ClaimedJob claimed, long delivered) {
    runs.handOn(claimed, delivered);
    messages.send(List.of(new OutgoingJob(claimed.id(), claimed.job().provider())), Duration.ZERO);
    throw new HandOn();
  }

  private void fail(ClaimedJob claimed, Import row, String problem, String detail) {
    LOG.warn("import {} failed: {}", row.id(), problem);
    runs.fail(claimed, row, problem, detail);
    files.get().delete(row.objectKey());
  }

  private Signs signs(ClaimedJob claimed, Import row) {
    return new Signs(claimed, row, imports, leases, settings.progressEvery(), clock);
  }
}
