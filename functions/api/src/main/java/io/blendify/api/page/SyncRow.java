package io.blendify.api.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one resource of one provider stands.
 *
 * @param address of the list; null where there is none of its own
 * @param state {@code done}, {@code running}, {@code waiting} or {@code trouble}
 * @param words what it has, does or waits for
 * @param percent 0 to 100 of what runs; null where that is not known
 * @param read when it was last read completely; null before the first time
 * @param due when it is read again by itself; null where it is not, or runs now
 * @param notes what else is to be known
 */
public record SyncRow(
    String name,
    @Nullable String address,
    String state,
    String words,
    @Nullable Integer percent,
    @Nullable When read,
    @Nullable When due,
    List<String> notes) {

  /** Whether the page should look again soon. */
  public boolean isRunning() {
    return state.equals("running");
  }
}
