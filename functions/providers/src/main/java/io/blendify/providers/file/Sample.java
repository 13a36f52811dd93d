package io.blendify.providers.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The start of a part, by which its format is recognised.
 *
 * @param text as far as it is UTF-8; empty where it is not
 * @param byteOrderMark how many bytes to leave out before the text
 */
record Sample(String text, Encoding encoding, int byteOrderMark) {

  /** How the first bytes are written. */
  enum Encoding {
    UTF_8,
    UTF_16,
    OTHER,
    BINARY
  }

  /**
   * @param cut whether more bytes follow, so that the last character may be incomplete
   */
  static Sample of(byte[] first, boolean cut) {
    if (starts(first, 0xFE, 0xFF) || starts(first, 0xFF, 0xFE)) {
      return new Sample("", Encoding.UTF_16, 2);
    }
    var mark = starts(first, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    var decoded = CharBuffer.allocate(first.length);
    var result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(first, mark, first.length - mark), decoded, !cut);
    var encoding = controls(first) > 0 ? withControls(first) : Encoding.UTF_8;
    if (encoding == Encoding.UTF_8 && result.isError()) {
      encoding = Encoding.OTHER;
    }
    return new Sample(encoding == Encoding.UTF_8 ? decoded.flip().toString() : "", encoding, mark);
  }

  private static boolean starts(byte[] first, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (first.length <= i || (first[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static int controls(byte[] first) {
    var controls = 0;
    for (var b : first) {
      if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        controls++;
      }
    }
    return controls;
  }

  /** Text in UTF-16 without a mark shows in zeros at every other place. */
  private static Encoding withControls(byte[] first) {
    var zeros = new int[2];
    for (int i = 0; i < first.length; i++) {
      zeros[i % 2] += first[i] == 0 ? 1 : 0;
    }
    var many = Math.max(zeros[0], zeros[1]);
    var few = Math.min(zeros[0], zeros[1]);
    return many > first.length / 4 && few < many / 8 ? Encoding.UTF_16 : Encoding.BINARY;
  }

  boolean startsWith(char first) {
    return text.stripLeading().startsWith(String.valueOf(first));
  }

  /** Whether each of these stands in it as the name of a JSON member. */
  boolean hasMembers(String... names) {
    for (var name : names) {
      if (!Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:").matcher(text).find()) {
        return false;
      }
    }
    return true;
  }

  /** The first line that is not blank; empty where there is none. */
  String firstLine() {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
