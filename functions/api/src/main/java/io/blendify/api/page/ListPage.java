package io.blendify.api.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of a library.
 *
 * @param asOf in words
 */
public record ListPage(String title, String asOf, List<Row> rows) {

  public ListPage {
    rows = List.copyOf(rows);
  }

  /** One line: what, by whom, and what is to be said of it. */
  public record Row(String name, @Nullable String by, @Nullable String note) {}
}
