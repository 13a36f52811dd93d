package io.blendify.core.taste;

import java.util.ArrayList;
import java.util.List;

/** The signals of many things, one after another, without an object for each. */
final class Signals {

  /** Weights are whole hundred thousandths, as {@link TasteDraft} rounds them. */
  static final int UNITS = 100_000;

  /** By thing, where its signals begin; one more than there are things. */
  final int[] from;

  final int[] sources;
  final int[] weights;

  /** -1 where presence is all there is to know. */
  final int[] evidence;

  Signals(int[] from, int[] sources, int[] weights, int[] evidence) {
    this.from = from;
    this.sources = sources;
    this.weights = weights;
    this.evidence = evidence;
  }

  static Signals of(List<List<Signal>> signals) {
    var from = new int[signals.size() + 1];
    for (int thing = 0; thing < signals.size(); thing++) {
      from[thing + 1] = from[thing] + signals.get(thing).size();
    }
    int all = from[signals.size()];
    var packed = new Signals(from, new int[all], new int[all], new int[all]);
    int next = 0;
    for (var ofThing : signals) {
      for (var signal : ofThing) {
        var evidence = signal.evidence();
        packed.sources[next] = signal.source();
        packed.weights[next] = (int) Math.max(1, Math.rint(signal.weight() * UNITS));
        packed.evidence[next++] = evidence == null ? -1 : evidence;
      }
    }
    return packed;
  }

  /**
   * What the allowed sources say of a thing, 0 to 1: 1 - (1 - w1)(1 - w2)…, the "noisy or" of
   * independent evidence (Pearl 1988, "Probabilistic Reasoning in Intelligent Systems", 4.3.2).
   *
   * <p>Not a sum, so that a song that stands everywhere does not outweigh all others, and not a
   * mean over sources, so that another source never lowers what is known already.
   */
  double strength(int thing, boolean[] allowed) {
    double missed = 1;
    for (int i = from[thing]; i < from[thing + 1]; i++) {
      if (allowed[sources[i]]) {
        missed *= 1 - (double) weights[i] / UNITS;
      }
    }
    return 1 - missed;
  }

  List<Signal> of(int thing, boolean[] allowed) {
    var signals = new ArrayList<Signal>();
    for (int i = from[thing]; i < from[thing + 1]; i++) {
      if (allowed[sources[i]]) {
        signals.add(
            new Signal(
                sources[i],
                (double) weights[i] / UNITS,
                evidence[i] < 0 ? null : Integer.valueOf(evidence[i])));
      }
    }
    return signals;
  }
}
