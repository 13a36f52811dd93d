package io.blendify.providers.file;

import io.blendify.core.file.FileProgress;
import io.blendify.core.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of the upload: counted, limited, told to whoever watches, the last of them kept. Its
 * IOExceptions are {@link StoreFailure} or {@link Refusal}, so that every other one speaks of the
 * file.
 */
final class UploadStream extends InputStream {

  private static final int TELL_EVERY = 1 << 18;

  private final InputStream in;
  private final FileProgress progress;
  private final long limit;
  private final LastBytes last = new LastBytes();
  private long count;
  private long told;

  UploadStream(StoredFile file, long limit, FileProgress progress) throws IOException {
    this.limit = limit;
    this.progress = progress;
    try {
      this.in = file.open();
    } catch (IOException e) {
      throw new StoreFailure(e);
    }
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  LastBytes last() {
    return last;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read;
    try {
      read = in.read(buffer, offset, length);
    } catch (IOException e) {
      throw new StoreFailure(e);
    }
    if (read > 0) {
      last.add(buffer, offset, read);
      counted(read);
    } else if (read < 0 && told < count) {
      tell();
    }
    return read;
  }

  private void counted(int read) throws Refusal {
    count += read;
    if (count > limit) {
      throw new Refusal("too_large", "The file is larger than " + limit + " bytes.");
    }
    if (count - told >= TELL_EVERY) {
      tell();
    }
  }

  private void tell() {
    told = count;
    progress.read(count);
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } catch (IOException e) {
      throw new StoreFailure(e);
    }
  }
}
