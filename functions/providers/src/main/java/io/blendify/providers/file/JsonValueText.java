package io.blendify.providers.file;

import java.io.IOException;

/**
 * Reads the text of one JSON value up to where it ends or must have ended. What tells a broken one
 * early: a line end within a string, an object where a name should stand, the wrong bracket.
 */
final class JsonValueText {

  private final CharSource in;
  private final String name;
  private final int maxChars;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder brackets = new StringBuilder();
  private boolean tooLong;

  JsonValueText(CharSource in, String name, int maxChars) {
    this.in = in;
    this.name = name;
    this.maxChars = maxChars;
  }

  /** The value that starts with the next character; empty where it is longer than allowed. */
  String read() throws IOException {
    text.setLength(0);
    brackets.setLength(0);
    tooLong = false;
    var first = in.next();
    keep(first);
    if (first == '{' || first == '[') {
      brackets.append(first == '{' ? '}' : ']');
      container();
    } else {
      scalar(first);
    }
    return tooLong ? "" : text.toString();
  }

  /** A member's name, after its opening quotation mark; cut where it is absurdly long. */
  String readText() throws IOException {
    text.setLength(0);
    tooLong = false;
    for (int c = in.next(); c != '"'; c = in.next()) {
      if (c < 0) {
        throw Refusal.truncated(name);
      }
      keep(c == '\\' ? in.next() : c);
    }
    return text.toString();
  }

  private void container() throws IOException {
    var before = ' ';
    while (!brackets.isEmpty()) {
      var c = required();
      if (opensWhereANameBelongs(c, before) || closesWhatIsAround(c)) {
        in.back();
        return;
      }
      keep(c);
      if (c == '"') {
        string();
      } else {
        bracket(c);
      }
      before = Character.isWhitespace(c) ? before : c;
    }
  }

  private void bracket(char c) {
    switch (c) {
      case '{' -> brackets.append('}');
      case '[' -> brackets.append(']');
      case '}', ']' -> brackets.setLength(brackets.lastIndexOf(String.valueOf(c)));
      default -> {}
    }
  }

  private boolean opensWhereANameBelongs(char c, char before) {
    return c == '{' && before != ':' && innermost() == '}';
  }

  private boolean closesWhatIsAround(char c) {
    return (c == '}' || c == ']') && brackets.lastIndexOf(String.valueOf(c)) < 0;
  }

  private char innermost() {
    return brackets.charAt(brackets.length() - 1);
  }

  private void string() throws IOException {
    var c = required();
    while (c != '"' && c != '\n') {
      keep(c);
      if (c == '\\') {
        keep(required());
      }
      c = required();
    }
    // A string never holds a line end: where one comes first, the text is left broken.
    keep(c);
  }

  private void scalar(int first) throws IOException {
    if (first == '"') {
      string();
    }
    for (int c = in.next(); c >= 0; c = in.next()) {
      if (c == ',' || c == ']' || c == '{') {
        in.back();
        return;
      }
      keep(c);
    }
    throw Refusal.truncated(name);
  }

  private char required() throws IOException {
    var c = in.next();
    if (c < 0) {
      throw Refusal.truncated(name);
    }
    return (char) c;
  }

  private void keep(int c) {
    if (text.length() < maxChars) {
      text.append((char) c);
    } else {
      tooLong = true;
    }
  }
}
