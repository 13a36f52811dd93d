package io.blendify.sandbox.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and what was answered, in order, for assertions such as "an unchanged playlist is
 * not read".
 */
public final class RequestLog {

  private static final int MOST = 100_000;

  /**
   * One request.
   *
   * @param at by the sandbox's clock
   * @param query as it was sent, without the question mark; never holds a token
   * @param person key of the person whose token it carried; null without a valid one
   * @param fault what was done to it on purpose; null for an honest answer
   */
  public record Entry(
      Instant at,
      String method,
      String path,
      String query,
      @Nullable String person,
      int status,
      @Nullable String fault) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Those whose path matches, oldest first: {@code *} stands for one segment, {@code **} for
   * anything.
   */
  public List<Entry> to(String path) {
    var pattern = PathPattern.of(path);
    return entries().stream().filter(entry -> pattern.matches(entry.path())).toList();
  }

  public synchronized void clear() {
    entries.clear();
  }

  /** The newest are kept. */
  public synchronized void add(Entry entry) {
    if (entries.size() >= MOST) {
      entries.subList(0, MOST / 2).clear();
    }
    entries.add(entry);
  }
}
