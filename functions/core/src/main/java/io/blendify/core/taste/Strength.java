package io.blendify.core.taste;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Several signals as one strength: 1 - (1 - w1)(1 - w2)…, the "noisy or" of independent evidence
 * (Pearl 1988, "Probabilistic Reasoning in Intelligent Systems", 4.3.2).
 *
 * <p>Not a sum, so that a song that stands everywhere does not outweigh all others, and not a mean
 * over sources, so that another source never lowers what is known already.
 */
public final class Strength {

  private Strength() {}

  /** In [0, 1]; 0 where no source is allowed that speaks of it. */
  public static double of(List<Signal> signals, IntPredicate allowedSource) {
    double missed = 1;
    for (var signal : signals) {
      if (allowedSource.test(signal.source())) {
        missed *= 1 - signal.weight();
      }
    }
    return 1 - missed;
  }
}
