package io.blendify.core.file;

import java.io.IOException;

/**
 * The ability to read what people exported elsewhere. {@link #inspect} reads the whole file and
 * writes nothing, so that a file which is refused leaves no trace; {@link #read} then delivers.
 */
public interface FileReader {

  /**
   * Reads the file from end to end, in bounded memory.
   *
   * @throws IOException only where the store fails; what is wrong with the file is an outcome
   */
  FileVerdict inspect(StoredFile file, FileProgress progress) throws IOException;

  /**
   * Delivers what {@link #inspect} found, in file order; the same calls in the same order each
   * time. A RuntimeException of the sink ends the reading and comes through, so that who takes the
   * calls can stop, and later pass over as many as it had taken.
   *
   * @throws IOException only where the store fails
   */
  void read(StoredFile file, FileSink sink, FileProgress progress) throws IOException;
}
