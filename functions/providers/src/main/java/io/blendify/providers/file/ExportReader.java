package io.blendify.providers.file;

import io.blendify.core.file.FileProgress;
import io.blendify.core.file.FileReader;
import io.blendify.core.file.FileSink;
import io.blendify.core.file.FileVerdict;
import io.blendify.core.file.StoredFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** Reads every format there is a {@link Format} for. */
@Singleton
final class ExportReader implements FileReader {

  private final List<Format> formats;
  private final FileLimits limits;

  ExportReader(List<Format> formats, FileLimits limits) {
    this.formats = List.copyOf(formats);
    this.limits = limits;
  }

  @Override
  public FileVerdict inspect(StoredFile file, FileProgress progress) throws IOException {
    try {
      return new Reading(file, formats, limits, Nowhere.SINK).run(progress).verdict();
    } catch (Refusal refusal) {
      return refusal.verdict();
    }
  }

  @Override
  public void read(StoredFile file, FileSink sink, FileProgress progress) throws IOException {
    new Reading(file, formats, limits, sink).run(progress);
  }
}
