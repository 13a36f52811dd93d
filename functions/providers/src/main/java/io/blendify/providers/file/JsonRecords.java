package io.blendify.providers.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON file of any size into the values of its arrays, one at a time, without understanding
 * them. A JSON parser gives up at the first wrong character; here one broken entry among a million
 * is one entry lost, and everything knows the line on which it stands.
 */
final class JsonRecords {

  private record Container(char closing, String key, boolean holdsRecords, long[] count) {}

  private final CharSource in;
  private final String name;
  private final Set<String> keys;
  private final JsonValueText values;
  private final Deque<Container> open = new ArrayDeque<>();
  private String lastText = "";
  private String pendingKey = "";
  private boolean started;

  /**
   * @param name of the part, for refusals
   * @param keys the names of the arrays whose values are wanted, besides an outermost array
   * @param maxChars of one value
   */
  JsonRecords(Reader reader, String name, Set<String> keys, int maxChars) {
    this.in = new CharSource(reader);
    this.name = name;
    this.keys = keys;
    this.values = new JsonValueText(in, name, maxChars);
  }

  /**
   * @return null at the end
   * @throws Refusal where the file ends before its outermost value does, or goes on after it
   */
  @Nullable JsonRecord next() throws IOException {
    for (int c = in.next(); c >= 0; c = in.next()) {
      if (Character.isWhitespace(c)) {
        continue;
      }
      if (started && open.isEmpty()) {
        throw damaged("goes on after its end");
      }
      var container = open.peek();
      if (container != null && container.holdsRecords && c != ']' && c != ',') {
        in.back();
        return record(container);
      }
      structure((char) c);
    }
    if (!started || !open.isEmpty()) {
      throw Refusal.truncated(name);
    }
    return null;
  }

  private JsonRecord record(Container container) throws IOException {
    var line = in.line();
    var number = ++container.count[0];
    return new JsonRecord(container.key, number, line, values.read());
  }

  private void structure(char c) throws IOException {
    switch (c) {
      case '{' -> open(new Container('}', pendingKey, false, new long[1]));
      case '[' ->
          open(
              new Container(
                  ']', pendingKey, open.isEmpty() || keys.contains(pendingKey), new long[1]));
      case '}', ']' -> close(c);
      case '"' -> lastText = values.readText();
      case ':' -> pendingKey = lastText;
      case ',' -> pendingKey = "";
      default -> {}
    }
  }

  private void open(Container container) throws Refusal {
    started = true;
    open.push(container);
    pendingKey = "";
    if (open.size() > 64) {
      throw damaged("is nested too deeply");
    }
  }

  private void close(char c) throws Refusal {
    var container = open.poll();
    if (container == null || container.closing != c) {
      throw damaged("has a bracket too many");
    }
  }

  private Refusal damaged(String what) {
    return new Refusal("damaged", name + " " + what + " at line " + in.line() + ".");
  }
}
