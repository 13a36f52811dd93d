package io.blendify.providers.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The end of a zip's central directory (PKWARE APPNOTE 4.3.14 to 4.3.16). Reading a zip as a stream
 * never sees the directory, so its end is what tells a whole file from one cut off between two
 * entries, and how many entries there should have been.
 */
final class ZipEnd {

  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int END_SIZE = 22;
  private static final int END_64_SIZE = 56;

  private ZipEnd() {}

  /**
   * @param tail the last bytes of the file
   * @return -1 where the file does not end as a zip must
   */
  static long entries(byte[] tail) {
    var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail.length - END_SIZE; at >= 0; at--) {
      if (bytes.getInt(at) == END && at + END_SIZE + unsigned(bytes, at + 20) == tail.length) {
        var entries = unsigned(bytes, at + 10);
        return entries == 0xffff ? entries64(bytes, at) : entries;
      }
    }
    return -1;
  }

  private static long entries64(ByteBuffer bytes, int end) {
    for (int at = end - END_64_SIZE; at >= 0; at--) {
      if (bytes.getInt(at) == END_64) {
        return bytes.getLong(at + 32);
      }
    }
    return 0xffff;
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xffff;
  }
}
