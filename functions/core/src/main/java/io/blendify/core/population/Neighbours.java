package io.blendify.core.population;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * For each thing, what else is liked by those who like it.
 *
 * <p>Three voices are added up: {@link Regression} and {@link Meetings}, which speak from thing to
 * thing, and {@link Factors}, which know more the more people a thing is known to and speak louder
 * there. They are measured by what each says to the mean person, so that a weight of 1 is what
 * speaks for the fifty things most spoken for.
 */
public final class Neighbours {

  /**
   * What the cosine counts against the regression where a thing has one listener in the mean; the
   * more listeners there are, the more the regression knows and the less is left to the cosine.
   */
  private static final double COSINE = 1.5;

  /** So many listeners of what is listened to make the factors count as much as the rest. */
  private static final double EQUAL = 10;

  private static final double MOST_OF_FACTORS = 4;

  private static final int MOST = 200;

  /** Nobody's table of people grows beyond this: its square is held in memory. */
  public static final int MOST_PEOPLE = 2_000;

  /** Asked to find out how loud a voice is, and by how many of their things. */
  private static final int ASKED = 200;

  private static final int COUNTED = 50;

  private final Felt felt;
  private final Voice byThings;
  private final Voice byTraits;
  private final double ofThings;
  private final double ofTraits;

  private Neighbours(Listening listening) {
    this.felt = new Felt(listening);
    var regression = new Regression(felt);
    var meetings = new Meetings(felt);
    double cosine = COSINE * listening.size() / listening.count();
    this.byThings =
        (things, how) -> sum(1, regression.of(things, how), cosine, meetings.of(things, how));
    this.byTraits = new Factors(felt);
    double share = Math.min(MOST_OF_FACTORS, listening.meanRenown() / EQUAL);
    this.ofThings = 1 / (1 + share) / loudness(byThings);
    this.ofTraits = share / (1 + share) / loudness(byTraits);
  }

  /** Hands over the neighbours of each thing, nearest first, in the order of the things. */
  public static void of(Listening listening, BiConsumer<String, List<Neighbour>> each) {
    if (listening.people() > MOST_PEOPLE) {
      throw new IllegalArgumentException(listening.people() + " people are too many");
    }
    if (listening.size() > 0) {
      new Neighbours(listening).each(each);
    }
  }

  private void each(BiConsumer<String, List<Neighbour>> each) {
    var itself = new float[] {1};
    for (int thing = 0; thing < felt.listening().size(); thing++) {
      var only = new int[] {thing};
      var weights = sum(ofThings, byThings.of(only, itself), ofTraits, byTraits.of(only, itself));
      weights[thing] = 0;
      each.accept(felt.listening().key(thing), nearest(weights));
    }
  }

  private static double[] sum(double a, double[] as, double b, double[] bs) {
    var sum = new double[as.length];
    Arrays.setAll(sum, i -> a * as[i] + b * bs[i]);
    return sum;
  }

  private List<Neighbour> nearest(double[] weights) {
    return Largest.of(weights, MOST).stream()
        .filter(other -> weights[other] > 0)
        .map(other -> new Neighbour(felt.listening().key(other), (float) weights[other]))
        .toList();
  }

  /** Mean of what is said for the fifty things most spoken for that somebody does not know. */
  private double loudness(Voice voice) {
    int people = felt.listening().people();
    int step = Math.max(1, people / ASKED);
    double mean =
        IntStream.iterate(0, person -> person < people, person -> person + step)
            .mapToDouble(person -> loudness(voice, person))
            .average()
            .orElse(0);
    return Math.max(mean, 1e-12);
  }

  private double loudness(Voice voice, int person) {
    var said = voice.of(felt.things(person), felt.byPerson(person));
    for (int known : felt.things(person)) {
      said[known] = 0;
    }
    Arrays.sort(said);
    return Arrays.stream(said, Math.max(0, said.length - COUNTED), said.length).sum() / COUNTED;
  }
}
