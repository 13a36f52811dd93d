package io.blendify.fetcher;

/** Text from outside, made fit for a log line and a table cell. */
final class Plain {

  private static final int LONGEST = 500;

  private Plain() {}

  static String text(String text) {
    var plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
