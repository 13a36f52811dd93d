package io.blendify.sandbox.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Makes up names for artists, albums, tracks and people. */
final class Names {

  private static final List<String> STARTS =
      Scenes.words(
          "Va, Ke, Mo, Li, Thu, Bre, Sa, No, Ori, Fe, Ju, Ael, Wy, Dro, Pi, Zen, Ulu, Ha, Ty, Cal");
  private static final List<String> ENDS =
      Scenes.words(
          "ndral, rvo, llian, skel, mba, tten, roux, vane, nori, lith, quen, dara, mund, fjell, zaro, bell");
  static final List<String> FIRST =
      Scenes.words(
          "Ada, Bruno, Carla, Dmitri, Edda, Farid, Greta, Hugo, Ines, Jakob, Kaja, Levi, Marta, Noor, Oskar, Paula,"
              + " Quirin, Rosa, Samir, Thea, Ugo, Vera, Wanda, Xaver, Yusuf, Zita, Björn, Chloé, Éva, Jürgen, Łucja,"
              + " Nuño, Şule, Olga, Pavel, Ruta, Sven, Tilda, Uma, Viggo, Wiktor, Yara");
  static final List<String> LAST =
      Scenes.words(
          "Abendroth, Brückl, Castellane, Dąbek, Eskildsen, Ferrant, Gundlach, Hollerup, Ivers, Jankovec, Kessling,"
              + " Lindqvern, Morrow, Novarra, Okonta, Pellerin, Quast, Rademark, Sørby, Tanveer, Ulbricht, Vasari,"
              + " Winterle, Yildizer, Zabrowin");
  private static final List<String> TITLE_WORDS =
      Scenes.words(
          "Morning, Street, Letter, Window, Summer, Engine, Mirror, Bridge, Signal, Garden, Stranger, Winter, Circle,"
              + " Hunger, Balance, Voyage, Ghost, Ladder, Ribbon, Fever, Anchor, Thread, Candle, Machine, Border,"
              + " Whisper, Compass, Orbit, Tunnel, Festival, Shadow, Carousel, Island, Echo, Thunder, Blanket");
  private static final List<String> TITLE_FRAMES =
      Scenes.words(
          "%s, %s, %2$s %1$s, %2$s %1$s, %s of %s, No %s, My %s, %s & %s, After the %s, %s Again, Another %s, %s in"
              + " the Rain, Don't Wait (%s), %s / %s, Under the %2$s %1$s, Interlude: %s");

  private final SplittableRandom chance;
  private final Set<String> taken = new HashSet<>();

  Names(SplittableRandom chance) {
    this.chance = chance;
  }

  /**
   * The scene's own names come first, then patterns; no two artists of the world have the same
   * name.
   */
  String artist(Scene scene, int index) {
    return index < scene.artists().size()
        ? unused(() -> scene.artists().get(index))
        : unused(() -> patterned(scene));
  }

  String album(Scene scene) {
    return chance.nextInt(3) == 0 ? Chance.pick(chance, scene.things()) : title(scene);
  }

  String title(Scene scene) {
    if (chance.nextInt(14) == 0) {
      return Chance.pick(chance, scene.titles());
    }
    String word = Chance.pick(chance, TITLE_WORDS);
    String other = Chance.pick(chance, chance.nextBoolean() ? scene.colours() : scene.things());
    return Chance.pick(chance, TITLE_FRAMES).formatted(word, other);
  }

  private String patterned(Scene scene) {
    String colour = Chance.pick(chance, scene.colours());
    String thing = Chance.pick(chance, scene.things());
    return switch (chance.nextInt(7)) {
      case 0, 1 -> colour + " " + thing;
      case 2 -> "The " + colour + " " + thing;
      case 3 -> Chance.pick(chance, FIRST) + " " + Chance.pick(chance, LAST);
      case 4 -> Chance.pick(chance, STARTS) + Chance.pick(chance, ENDS);
      case 5 -> Chance.pick(chance, STARTS) + Chance.pick(chance, ENDS) + " " + thing;
      default -> thing + " & " + Chance.pick(chance, LAST);
    };
  }

  private String unused(Supplier<String> maker) {
    String name = maker.get();
    for (int i = 2; !taken.add(name); i++) {
      name = i < 40 ? maker.get() : maker.get() + " " + i;
    }
    return name;
  }
}
