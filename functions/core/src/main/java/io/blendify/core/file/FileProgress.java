package io.blendify.core.file;

/** Told from time to time how far reading has come. */
@FunctionalInterface
public interface FileProgress {

  /** Bytes of the uploaded file read so far. */
  void read(long bytes);
}
