package io.blendify.core.blend;

import java.util.Locale;

/**
 * What two tastes are compared by.
 *
 * <p>Weights are a judgement: artists tell most and match best across providers, a shared track
 * tells more but is rarer, genres are the common ground of those who share neither. Leniency says
 * how much unshared taste stands against the shared; on real listeners (an open data set, see issue
 * 4) all between 0.01 and 0.1 tell friends from strangers alike. Tracks, of which there are many
 * more, are shared more seldom; genres, of which there are few, more often.
 */
public enum Aspect {
  ARTISTS(0.45, 0.03, 0.015, 30),
  TRACKS(0.35, 0.01, 0.03, 30),
  GENRES(0.20, 0.2, 0, 0);

  private final double weight;
  private final double leniency;
  private final double relation;
  private final int fewest;

  Aspect(double weight, double leniency, double relation, int fewest) {
    this.weight = weight;
    this.leniency = leniency;
    this.relation = relation;
    this.fewest = fewest;
  }

  /** Its share of the score where all three are present. */
  double weight() {
    return weight;
  }

  /** What unshared taste is multiplied by when it stands against the shared. */
  double leniency() {
    return leniency;
  }

  /** What related things count against shared ones: styles in common are no artist in common. */
  double relation() {
    return relation;
  }

  /**
   * So many things stand for somebody. Of whom fewer are known, those that are not shared are taken
   * for a sample of so many: it is not that they like nothing else. 0 where that is no question:
   * genres are few.
   */
  int fewest() {
    return fewest;
  }

  /** The name in JSON: {@code artists}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
