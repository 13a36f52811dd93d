package io.blendify.api.page;

import org.jspecify.annotations.Nullable;

/**
 * The way between the pages of a list.
 *
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 * @param words which entries these are
 */
public record Steps(@Nullable String previous, @Nullable String next, String words) {

  /** Far more than anybody turns by hand. */
  static final int MOST_PAGES = 10_000;

  /**
   * @param address of a page without its number, ending where that goes
   * @param page from 1
   * @param shown how many entries are on the page
   */
  static Steps of(String address, int page, int size, int shown, boolean more) {
    int first = (page - 1) * size + 1;
    return new Steps(
        page > 1 ? address + (page - 1) : null,
        more ? address + (page + 1) : null,
        page == 1 && !more
            ? ""
            : Words.count(first) + " to " + Words.count(first + Math.max(0, shown - 1)));
  }

  /** Whether there is another page at all. */
  public boolean any() {
    return previous != null || next != null;
  }
}
