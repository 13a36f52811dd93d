package io.blendify.watch;

import java.util.Map;
import java.util.TreeMap;

/** For people: time, level, class, message, and the trail behind it. */
final class PlainFormat implements LogFormat {

  @Override
  public String line(LogEvent event) {
    var line = new StringBuilder();
    line.append(event.time()).append(' ').append(event.level()).append(' ');
    line.append(event.logger().substring(event.logger().lastIndexOf('.') + 1)).append(": ");
    plain(event.message(), line, false);
    Map<String, Object> details = new TreeMap<>(event.marks());
    details.putAll(event.values());
    if (!details.isEmpty()) {
      line.append(' ');
      plain(details.toString(), line, false);
    }
    line.append('\n');
    if (event.error() != null) {
      plain(JsonFormat.stack(event.error()), line, true);
    }
    return line.toString();
  }

  /** Nothing from outside begins a line that looks like ours, or steers a terminal. */
  private static void plain(String text, StringBuilder to, boolean lines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless = !JsonLine.mustBeEscaped(c) || lines && (c == '\n' || c == '\t');
      to.append(harmless ? c : '\ufffd');
    }
  }
}
