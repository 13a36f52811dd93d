package io.blendify.providers.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** One text of an upload: the file itself, or one entry of a zip. Can be read once. */
final class Part {

  private static final int SAMPLE = 1 << 16;
  private static final Set<String> TEXTS = Set.of("json", "jsonl", "csv", "tsv", "m3u8", "txt");

  private final String name;
  private final InputStream bytes;
  private final FileLimits limits;
  private final Sample sample;

  private Part(String name, InputStream bytes, FileLimits limits, Sample sample) {
    this.name = name;
    this.bytes = bytes;
    this.limits = limits;
    this.sample = sample;
  }

  static Part of(String name, InputStream in, FileLimits limits) throws IOException {
    var bytes = new BufferedInputStream(in, SAMPLE);
    bytes.mark(SAMPLE);
    var first = bytes.readNBytes(SAMPLE);
    bytes.reset();
    return new Part(name, bytes, limits, Sample.of(first, first.length == SAMPLE));
  }

  /** The last name of its path, without extension. */
  String title() {
    var last = lastName(name);
    var dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  /** Its path, for a person. */
  String display() {
    return Place.printable(name);
  }

  Sample sample() {
    return sample;
  }

  int maxRecordChars() {
    return limits.maxRecordChars();
  }

  boolean looksLikeText() {
    var dot = name.lastIndexOf('.');
    return TEXTS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  void refuseWhatIsNoText() throws Refusal {
    switch (sample.encoding()) {
      case UTF_8 -> {}
      case BINARY -> throw new Refusal("unknown_format", display() + " is no text and no zip.");
      case UTF_16 -> throw Refusal.encoding(display(), "in UTF-16");
      case OTHER -> throw Refusal.encoding(display(), "in Latin-1 or another old encoding");
    }
  }

  /** The text, a byte order mark left out. Reading throws where it is not UTF-8. */
  Reader text() throws IOException {
    bytes.skipNBytes(sample.byteOrderMark());
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(bytes, decoder);
  }

  static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
