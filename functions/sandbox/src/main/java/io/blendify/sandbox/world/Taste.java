package io.blendify.sandbox.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a person tends to play: artists with weights that fall with their rank, chosen from the
 * person's scenes with a leaning that the whole circle shares.
 */
final class Taste {

  private static final double CIRCLE_LEANING = 0.6;
  private static final int ARTISTS = 46;

  /** An artist and how much of the listening goes there; the weights have no particular sum. */
  record Liked(Artist artist, double weight) {}

  private final List<Liked> liked = new ArrayList<>();
  private final long seed;
  private final Person person;
  private final Catalog catalog;

  Taste(long seed, Person person, Catalog catalog) {
    this.seed = seed;
    this.person = person;
    this.catalog = catalog;
    person.scenes().keySet().stream().sorted().forEach(this::like);
  }

  List<Liked> liked() {
    return liked;
  }

  /** The taste of some weeks: a few artists are played much more than usual, and one is new. */
  Mood mood(long phase) {
    var chance = Chance.of(seed, "mood", person.key(), phase);
    var weights = new double[liked.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = liked.get(i).weight() * (0.6 + 0.8 * chance.nextDouble());
    }
    for (int i = 0; i < 4; i++) {
      weights[chance.nextInt(weights.length)] *= 3.5;
    }
    return new Mood(weights);
  }

  private void like(String scene) {
    double share = person.scenes().getOrDefault(scene, 0.0);
    var ranked =
        catalog.artistsOf(scene).stream()
            .sorted(Comparator.comparingDouble(this::distance))
            .toList();
    int count = Math.clamp(Math.round(share * ARTISTS), 2, ranked.size());
    for (int rank = 0; rank < count; rank++) {
      liked.add(new Liked(ranked.get(rank), share / (rank + 2.5)));
    }
  }

  private double distance(Artist artist) {
    double circle = Chance.unit(seed, "circle", person.circle(), artist.id());
    double own = Chance.unit(seed, "own", person.key(), artist.id());
    double known = (100 - artist.popularity()) / 100.0;
    return CIRCLE_LEANING * circle + (1 - CIRCLE_LEANING) * own + 0.25 * known;
  }

  /** Draws tracks as the person would choose them. */
  final class Mood {

    private final double[] upTo;

    private Mood(double[] weights) {
      upTo = weights.clone();
      for (int i = 1; i < upTo.length; i++) {
        upTo[i] += upTo[i - 1];
      }
    }

    Artist artist(SplittableRandom chance) {
      double at = chance.nextDouble() * upTo[upTo.length - 1];
      int found = Arrays.binarySearch(upTo, at);
      return liked.get(Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1)).artist();
    }

    /** The first tracks in the person's own order of an artist's work are the likeliest. */
    Track track(SplittableRandom chance) {
      var artist = artist(chance);
      var tracks = catalog.tracksOf(artist);
      double draw = chance.nextDouble();
      int rank = (int) (tracks.size() * draw * draw * draw);
      int turn =
          (int)
              Math.floorMod(
                  Chance.hash(seed, "turn", person.circle(), artist.id()), (long) tracks.size());
      return tracks.get((rank + turn) % tracks.size());
    }
  }
}
