package io.blendify.store.imports;

import io.blendify.core.file.FileStore;
import io.blendify.store.imports.DoomedUploads.Doomed;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the files of erased imports. The database notes them while it erases; whoever erases runs
 * this at once, and the sweep runs it for as long as the store does not answer.
 */
@Singleton
public final class UploadErasure {

  /**
   * No upload address is good for longer. A file is deleted once more when it is over: somebody may
   * have sent it after the first time.
   */
  public static final Duration LONGEST_ADDRESS = Duration.ofDays(1);

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Logger LOG = LoggerFactory.getLogger(UploadErasure.class);

  private final DoomedUploads doomed;
  private final BeanProvider<FileStore> files;
  private final InstantSource clock;

  UploadErasure(DoomedUploads doomed, BeanProvider<FileStore> files, InstantSource clock) {
    this.doomed = doomed;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Deletes what is due, at most so many files. Ends at the first that the store refuses: those
   * that remain are due again in a while.
   *
   * @return how many were deleted
   */
  public int run(int limit) {
    var now = clock.instant();
    int deleted = 0;
    for (var file : doomed.take(now, now.plus(PATIENCE), limit)) {
      if (!delete(file)) {
        return deleted;
      }
      close(file, now);
      deleted++;
    }
    return deleted;
  }

  private boolean delete(Doomed file) {
    try {
      files.get().delete(file.objectKey());
      return true;
    } catch (RuntimeException e) {
      LOG.warn("the upload store does not delete {}; it is asked again", file.objectKey(), e);
      return false;
    }
  }

  private void close(Doomed file, Instant now) {
    var closed = file.announcedAt().plus(LONGEST_ADDRESS);
    if (closed.isAfter(now)) {
      doomed.onceMore(file.objectKey(), closed);
    } else {
      doomed.forget(file.objectKey());
    }
  }
}
