package io.blendify.core.file;

import java.io.IOException;
import java.io.InputStream;

/** An uploaded file that can be read from its start as often as needed, as a stream only. */
public interface StoredFile {

  /** As the person named it; for display and for telling the format only where content cannot. */
  String name();

  /** Bytes. */
  long size();

  /** A new stream from the first byte; the caller closes it. */
  InputStream open() throws IOException;
}
