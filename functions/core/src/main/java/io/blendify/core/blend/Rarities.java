package io.blendify.core.blend;

/** How rare the things of one aspect are; see {@link Background#rarity}. */
final class Rarities {

  private final double[] rarities;
  private final double[] against;

  /**
   * @param rarities by id, greater than 0
   */
  Rarities(double[] rarities) {
    this.rarities = rarities;
    this.against = new double[rarities.length];
    for (int id = 0; id < against.length; id++) {
      against[id] = 1 / Math.sqrt(rarities[id]);
    }
  }

  /** How much a thing counts for two people who share it. */
  double of(int id) {
    return rarities[id];
  }

  /** How much it counts against them, by id, where only one of them has it. */
  double[] against() {
    return against;
  }
}
