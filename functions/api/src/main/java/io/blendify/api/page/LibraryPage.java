package io.blendify.api.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of a person's library, as it is or was.
 *
 * @param lists all that there are
 * @param ranges of a top list; empty for the others
 * @param range of the ranges the chosen one, as addresses have it; null for the others
 * @param address of this list
 * @param day that was asked for, {@code 2026-03-01}; empty for now
 * @param today the last day that can be asked for
 * @param asOf in words
 * @param notes what is to be known of the list
 */
public record LibraryPage(
    String title,
    @Nullable String about,
    List<Choice> lists,
    List<Choice> ranges,
    @Nullable String range,
    String address,
    String day,
    String today,
    String asOf,
    List<String> notes,
    List<Row> rows,
    Steps steps) {

  public LibraryPage {
    notes = List.copyOf(notes);
    rows = List.copyOf(rows);
  }

  /**
   * One entry.
   *
   * @param place from 1; null where order means nothing
   * @param address of what is in it; null where nothing is
   * @param by whose it is; null where nobody knows
   * @param more about it; null where there is nothing more
   * @param side what stands at the end of the line: a length, a count
   * @param at the time that belongs to it; null where there is none
   * @param isGone whether it is no longer available
   */
  public record Row(
      @Nullable Integer place,
      Tile tile,
      String name,
      @Nullable String address,
      @Nullable String by,
      @Nullable String more,
      String side,
      @Nullable When at,
      boolean isGone) {}
}
