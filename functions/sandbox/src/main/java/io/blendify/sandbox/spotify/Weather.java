package io.blendify.sandbox.spotify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each request what happens to it. One that decides from a seed and what it is given
 * brings the same trouble each time, however the requests of several people interleave.
 *
 * <pre>{@code
 * sandbox.faults().set(asked -> Chance.unit(seed, asked) < 0.1 ? List.of(Effect.throttled(3)) : List.of());
 * }</pre>
 */
@FunctionalInterface
public interface Weather {

  /**
   * A request.
   *
   * @param query as it was sent, without the question mark
   * @param person key of the person whose token, refresh token or code it carries; null without a
   *     known one
   * @param time the first, second … time that just this is asked
   */
  record Asked(String method, String path, String query, @Nullable String person, int time) {

    Asked again(int nth) {
      return new Asked(method, path, query, person, nth);
    }
  }

  /** What happens to the request; nothing for an honest answer. Must not block. */
  List<Effect> over(Asked asked);
}
