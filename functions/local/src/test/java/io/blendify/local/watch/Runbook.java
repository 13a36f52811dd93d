package io.blendify.local.watch;

import io.blendify.local.infra.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The queries of infra/README.md. */
final class Runbook {

  /** What CloudWatch Logs Insights understands, as far as it is used. */
  private static final Set<String> WORDS =
      Set.of(
          "fields",
          "filter",
          "stats",
          "sort",
          "limit",
          "by",
          "as",
          "asc",
          "desc",
          "and",
          "or",
          "not",
          "like",
          "in",
          "bin",
          "count",
          "sum",
          "avg",
          "max",
          "min",
          "pct",
          "latest",
          "ispresent");

  private final String text;

  private Runbook(String text) {
    this.text = text;
  }

  static Runbook read() throws IOException {
    return new Runbook(Files.readString(Template.repository().resolve("infra/README.md")));
  }

  /** Of CloudWatch Logs Insights. */
  List<String> queries() {
    return blocks("insights");
  }

  List<String> statements() {
    return blocks("sql");
  }

  private List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(block -> block.group(1).strip())
        .toList();
  }

  /**
   * The fields of lines that a query names; not those that CloudWatch makes, which begin with @.
   */
  static Set<String> fields(String query) {
    var plain = query.replaceAll("\"[^\"]*\"", "''").replaceAll("/[^/\\n]*/", "''");
    var made = new TreeSet<String>();
    Pattern.compile("\\bas\\s+(\\w+)")
        .matcher(plain)
        .results()
        .forEach(alias -> made.add(alias.group(1)));
    var fields = new TreeSet<String>();
    Pattern.compile("(?<![\\w@.])[A-Za-z_][\\w.]*")
        .matcher(plain)
        .results()
        .map(word -> word.group())
        .filter(word -> !WORDS.contains(word) && !made.contains(word))
        .forEach(fields::add);
    return fields;
  }
}
