package io.blendify.api.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became different in a library.
 *
 * @param spans how far back to look
 * @param lists which list to look at
 */
public record ChangesPage(List<Choice> spans, List<Choice> lists, List<Day> days, Steps steps) {

  public ChangesPage {
    days = List.copyOf(days);
  }

  /** What was found at one look. */
  public record Day(When at, List<Row> rows) {}

  /**
   * One change.
   *
   * @param verb "came", "left" …
   * @param kind the verb without words: {@code came}, {@code left}, {@code changed}, …
   * @param where the list that it happened to
   */
  public record Row(
      String kind, String verb, Tile tile, String name, @Nullable String by, String where) {}
}
