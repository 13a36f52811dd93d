package io.blendify.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the people of the world: first those whom the demo names, then as many as asked for. */
final class People {

  /** Circles among the invented people; those of the demo are in the first four. */
  private static final int CIRCLES = 6;

  private static final List<String> COUNTRIES =
      List.of("DE", "SE", "GB", "FR", "ES", "PL", "BR", "US", "JP", "NG");

  private final WorldOptions options;
  private final List<Person> people = new ArrayList<>();

  private People(WorldOptions options) {
    this.options = options;
  }

  static List<Person> make(WorldOptions options) {
    var maker = new People(options);
    maker.addDemoPeople();
    while (maker.people.size() < options.people()) {
      maker.addInvented();
    }
    return List.copyOf(maker.people);
  }

  private void addDemoPeople() {
    demo(
        "mira",
        "Mira Abendroth",
        "Dream pop and jangle pop by day, ambient by night; lives in her playlists.",
        0,
        26,
        412 + options.moreSaved(),
        Map.of("indie", 0.5, "folk", 0.3, "ambient", 0.2));
    demo(
        "aiko",
        "Aiko Lindqvern",
        "Indie with a sweet tooth for synthpop; shares a commute playlist with Mira.",
        0,
        31,
        286 + options.moreSaved(),
        Map.of("indie", 0.5, "pop", 0.34, "folk", 0.16));
    demo(
        "jonas",
        "Jonas Brückl",
        "Techno and house after dark, spiritual jazz on Sundays.",
        1,
        34,
        233 + options.moreSaved(),
        Map.of("electronic", 0.7, "jazz", 0.2, "ambient", 0.1));
    demo(
        "tomas",
        "Tomás Novarra",
        "Bossa nova, samba and soul; dances to highlife in the kitchen.",
        2,
        22,
        358 + options.moreSaved(),
        Map.of("latin", 0.42, "jazz", 0.26, "soul", 0.2, "afro", 0.12));
    demo(
        "zoe",
        "Zoë Mörkgrav-Ivers 🤘",
        "Black metal, Nordic folk, and Bach when it rains. Nothing in common with Jonas.",
        3,
        28,
        305 + options.moreSaved(),
        Map.of("metal", 0.62, "folk", 0.24, "classical", 0.14));
    demo(
        "petra",
        "Petra Castellane",
        "Saves everything: soul, hip hop, rock, pop. The large library.",
        2,
        42,
        options.largeLibrary(),
        Map.of("soul", 0.28, "hiphop", 0.22, "rock", 0.2, "pop", 0.16, "jazz", 0.14));
    demo("nils", null, "Signed up yesterday and has not played a note.", 1, 0, 0, Map.of());
  }

  private void demo(
      String key,
      @Nullable String name,
      String bio,
      int circle,
      int playsPerDay,
      int saved,
      Map<String, Double> scenes) {
    add(key, name, bio, circle, playsPerDay, saved, scenes, true);
  }

  private void addInvented() {
    int index = people.size();
    var chance = Chance.of(options.seed(), "person", index);
    var first = Names.FIRST.get(index % Names.FIRST.size());
    var last = Chance.pick(chance, Names.LAST);
    int circle = chance.nextInt(CIRCLES);
    var scenes = new TreeMap<String, Double>();
    int count = chance.nextInt(2, 5);
    for (int i = 0; scenes.size() < count; i++) {
      // Half of a circle's people share its home scenes, so that overlap is graded and not all or
      // nothing.
      int home = (circle * 2 + i) % Scenes.ALL.size();
      int at = i < 2 && chance.nextBoolean() ? home : chance.nextInt(Scenes.ALL.size());
      scenes.put(Scenes.ALL.get(at).key(), 1.0 / (scenes.size() + 1));
    }
    double sum = scenes.values().stream().mapToDouble(Double::doubleValue).sum();
    scenes.replaceAll((_, share) -> share / sum);
    var name = index % 9 == 4 ? null : first + " " + last;
    var key = "%s%02d".formatted(first.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""), index);
    var bio = "Listens to " + String.join(", ", scenes.keySet()) + ".";
    add(key, name, bio, circle, chance.nextInt(6, 60), saved(chance), scenes, false);
  }

  private int saved(SplittableRandom chance) {
    return chance.nextInt(20, 420) + options.moreSaved();
  }

  private void add(
      String key,
      @Nullable String name,
      String bio,
      int circle,
      int playsPerDay,
      int saved,
      Map<String, Double> scenes,
      boolean demo) {
    int index = people.size();
    long seed = options.seed();
    var age = Duration.ofHours(Chance.of(seed, "joined", key).nextInt(24 * 365 * 3, 24 * 365 * 12));
    people.add(
        new Person(
            index,
            key,
            "31" + Chance.lowerCase(24, seed, "user", key),
            "acc_" + Chance.lowerCase(20, seed, "account", key),
            name,
            bio,
            COUNTRIES.get(index % COUNTRIES.size()),
            circle,
            scenes,
            playsPerDay,
            saved,
            joined(age),
            demo));
  }

  private static Instant joined(Duration before) {
    return World.BEGINNING.minus(before);
  }
}
