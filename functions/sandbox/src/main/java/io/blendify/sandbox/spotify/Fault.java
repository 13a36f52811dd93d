package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.PathPattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong, and when: from the n-th request that matches, so many times.
 *
 * @param path what the path must match: {@code *} stands for one segment, {@code **} for anything
 * @param query what the query must contain; null for any query
 * @param person key of the person whose token the request must carry; null for anybody
 * @param clientId the app that the token must have been issued to; null for any
 * @param from number of the first request that is hit, counting those that match, from 1
 * @param times how many requests are hit
 */
public record Fault(
    PathPattern path,
    @Nullable String query,
    @Nullable String person,
    @Nullable String clientId,
    int from,
    int times,
    Effect effect) {

  public Fault {
    if (from < 1 || times < 1) {
      throw new IllegalArgumentException("from " + from + " and times " + times + " start at 1");
    }
  }

  /** Hits the first request to the path, once. */
  public static Fault on(String path, Effect effect) {
    return new Fault(PathPattern.of(path), null, null, null, 1, 1, effect);
  }

  /** The list loses its first elements from the second page on: what moved up is missed. */
  public static Fault shrinking(String path, int by) {
    return on(path, new Effect.HidesFirst(by)).from(2).always();
  }

  /** The list gains elements at its front after the first page: what moved down is sent twice. */
  public static Fault growing(String path, int by) {
    return on(path, new Effect.HidesFirst(by));
  }

  public Fault from(int number) {
    return new Fault(path, query, person, clientId, number, times, effect);
  }

  public Fault times(int count) {
    return new Fault(path, query, person, clientId, from, count, effect);
  }

  public Fault always() {
    return times(Integer.MAX_VALUE);
  }

  public Fault withQuery(String part) {
    return new Fault(path, part, person, clientId, from, times, effect);
  }

  public Fault forPerson(String key) {
    return new Fault(path, query, key, clientId, from, times, effect);
  }

  public Fault forApp(String id) {
    return new Fault(path, query, person, id, from, times, effect);
  }
}
