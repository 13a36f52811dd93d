package io.blendify.providers.file;

/** The end of a stream that can be read only once, as far back as a zip's directory end can lie. */
final class LastBytes {

  /** End record 22, its comment up to 65,535, the two Zip64 records before it 20 and 56. */
  private static final int KEPT = 22 + 65_535 + 20 + 56;

  private final byte[] ring = new byte[1 << 17];
  private long count;

  void add(byte[] buffer, int offset, int length) {
    for (int i = Math.max(0, length - ring.length); i < length; i++) {
      ring[(int) ((count + i) & (ring.length - 1))] = buffer[offset + i];
    }
    count += length;
  }

  /** The last bytes, in order. */
  byte[] toArray() {
    var size = (int) Math.min(count, KEPT);
    var bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = ring[(int) ((count - size + i) & (ring.length - 1))];
    }
    return bytes;
  }
}
