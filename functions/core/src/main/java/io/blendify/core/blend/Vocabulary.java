package io.blendify.core.blend;

/** The things that the members of one group have in one aspect, numbered from 0. */
interface Vocabulary {

  int size();

  /** By which what is known of it is looked up. */
  String key(int id);

  /** For people. */
  String name(int id);

  double rarity(int id, Background background);

  default Rarities rarities(Background background) {
    var rarities = new double[size()];
    for (int id = 0; id < rarities.length; id++) {
      rarities[id] = rarity(id, background);
    }
    return new Rarities(rarities);
  }
}
