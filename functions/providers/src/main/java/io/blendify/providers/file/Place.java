package io.blendify.providers.file;

/** Where in a file something stands, in words for a person. */
final class Place {

  private static final int LONGEST = 120;

  private Place() {}

  static String line(Part part, long line) {
    return part.display() + ":" + line;
  }

  /** Spotify writes whole arrays into one line, where only the entry's number helps. */
  static String entry(Part part, JsonRecord entry) {
    return part.display() + ":" + entry.line() + ", entry " + entry.number();
  }

  /** Text from outside without control characters, and no longer than a line. */
  static String printable(String text) {
    var shown = text.replaceAll("\\p{Cntrl}", "?");
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }
}
