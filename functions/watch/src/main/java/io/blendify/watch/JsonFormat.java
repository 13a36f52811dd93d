package io.blendify.watch;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One JSON object a line. {@code timestamp} and {@code level} are what Lambda itself reads of it,
 * the other names are those of Powertools for AWS Lambda.
 *
 * @see <a href="https://docs.powertools.aws.dev/lambda/java/latest/core/logging/">Powertools'
 *     fields</a>
 */
final class JsonFormat implements LogFormat {

  /** Characters: CloudWatch cuts events at a megabyte, and nobody reads that far. */
  private static final int LONGEST = 16_000;

  private final Surroundings surroundings;

  JsonFormat(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public String line(LogEvent event) {
    var line =
        new JsonLine()
            .put("timestamp", event.time())
            .put("level", event.level())
            .put("message", cut(event.message()))
            .put("logger", event.logger());
    var error = event.error();
    if (error != null) {
      line.putJson("error", json(error));
    }
    surroundings.addTo(line);
    event
        .values()
        .forEach((name, value) -> line.put(name, value instanceof String text ? cut(text) : value));
    event.marks().forEach(line::put);
    return line + "\n";
  }

  private static String json(Throwable error) {
    return new JsonLine()
        .put("name", error.getClass().getName())
        .put("message", cut(String.valueOf(error.getMessage())))
        .put("stack", cut(stack(error)))
        .toString();
  }

  static String stack(Throwable error) {
    var stack = new StringWriter();
    error.printStackTrace(new PrintWriter(stack));
    return stack.toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
