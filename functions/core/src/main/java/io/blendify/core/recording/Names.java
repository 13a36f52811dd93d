package io.blendify.core.recording;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of artists as a credit line joins them. */
final class Names {

  private static final Pattern JOINT =
      Pattern.compile(
          "\\s*(?:,|;|&|\\+|/|\\band\\b|\\bx\\b|\\bfeat\\.?|\\bft\\.?)\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GUESTS =
      Pattern.compile("\\s+[(\\[]?(?:feat\\.?|ft\\.|featuring)\\s+", Pattern.CASE_INSENSITIVE);

  private Names() {}

  /** {@code "A, B & C"} as folded names. */
  static List<String> split(String line) {
    return Stream.of(JOINT.split(line))
        .map(Folded::of)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** An artist's name without the guests that some providers write into it. */
  static String withoutGuests(String name) {
    var matcher = GUESTS.matcher(name);
    return matcher.find() && matcher.start() > 0 ? name.substring(0, matcher.start()) : name;
  }
}
