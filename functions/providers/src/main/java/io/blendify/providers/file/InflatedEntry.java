package io.blendify.providers.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** The bytes of one zip entry, as long as they stay within what an export would be. */
final class InflatedEntry extends InputStream {

  private static final long BEFORE_RATIO_COUNTS = 16 << 20;

  private final ZipInputStream zip;
  private final UploadStream upload;
  private final FileLimits limits;
  private final long compressedBefore;
  private final long inflatedBefore;
  private long inflated;

  /**
   * @param inflatedBefore bytes of the entries before this one
   */
  InflatedEntry(ZipInputStream zip, UploadStream upload, FileLimits limits, long inflatedBefore) {
    this.zip = zip;
    this.upload = upload;
    this.limits = limits;
    this.compressedBefore = upload.count();
    this.inflatedBefore = inflatedBefore;
  }

  long inflated() {
    return inflated;
  }

  /** Reads what is left: an ignored entry is measured like any other. */
  void drain() throws IOException {
    var buffer = new byte[1 << 13];
    while (read(buffer, 0, buffer.length) >= 0) {}
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = zip.read(buffer, offset, length);
    if (read > 0) {
      inflated += read;
      measure();
    }
    return read;
  }

  private void measure() throws Refusal {
    if (inflated > limits.maxEntryBytes()) {
      throw Refusal.zipBomb("an entry of over " + limits.maxEntryBytes() + " bytes.");
    }
    if (inflatedBefore + inflated > limits.maxInflatedBytes()) {
      throw Refusal.zipBomb("over " + limits.maxInflatedBytes() + " bytes in all.");
    }
    var compressed = upload.count() - compressedBefore + 1;
    if (inflated > BEFORE_RATIO_COUNTS && inflated / compressed > limits.maxRatio()) {
      throw Refusal.zipBomb("an entry over " + limits.maxRatio() + " times its packed size.");
    }
  }
}
