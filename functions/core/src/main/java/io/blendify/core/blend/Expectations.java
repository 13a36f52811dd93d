package io.blendify.core.blend;

import io.blendify.core.population.Vicinity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the population lets expect of the tracks that a member does not have: how likely it is that
 * they will be liked.
 */
final class Expectations {

  /**
   * How fast likelihood grows with what speaks for a track, and what speaks so much for it that it
   * is as likely liked as not. Set on how often tracks that were hidden from the engine proved to
   * be liked, by the listeners that functions/bench/README.md names: one curve for a dense
   * population and for a sparse one.
   */
  private static final double STEEPNESS = 2.5;

  private static final double EVEN = 2.7;

  private final Group group;
  private final Vicinity vicinity;
  private final int[] numbers;
  private final double[] @Nullable [] ofMembers;

  Expectations(Group group) {
    this.group = group;
    this.vicinity = group.landscape(Aspect.TRACKS).vicinity();
    this.ofMembers = new double[group.size()][];
    this.numbers = new int[vicinity.isEmpty() ? 0 : group.trackCount()];
    Arrays.setAll(numbers, track -> vicinity.number(group.track(track).recording()));
  }

  /** Where 1 is as sure as what one has; 0 where nothing is known. */
  double of(int member, int track) {
    double speaks = numbers.length == 0 || numbers[track] < 0 ? 0 : of(member)[numbers[track]];
    return speaks == 0 ? 0 : likely(speaks);
  }

  /** Tracks that the member does not have, most expected first. */
  List<Integer> best(int member, int count) {
    return IntStream.range(0, numbers.length)
        .filter(track -> of(member, track) > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(track -> of(member, track))
                .reversed()
                .thenComparing(track -> track))
        .limit(count)
        .toList();
  }

  /** The artist of what the member has that speaks most for the track; null where none is known. */
  @Nullable String because(int member, int track) {
    var likes = group.members().get(member).mixed().of(Aspect.TRACKS);
    double greatest = likes.greatest();
    long recording = group.track(track).recording();
    int artist = -1;
    double most = 0;
    for (int place : Further.liked(likes)) {
      var liked = group.track(likes.ids[place]);
      double speaks =
          liked.mainArtist() < 0
              ? 0
              : Further.weight(likes, place, greatest)
                  * vicinity.between(liked.recording(), recording);
      if (speaks > most) {
        most = speaks;
        artist = liked.mainArtist();
      }
    }
    return artist < 0 ? null : group.artists().name(artist);
  }

  /** What speaks for each, by its number in the vicinity. */
  private double[] of(int member) {
    var known = ofMembers[member];
    if (known == null) {
      var likes = group.members().get(member).mixed().of(Aspect.TRACKS);
      known = Further.of(likes, group.tracks(), vicinity);
      ofMembers[member] = known;
    }
    return known;
  }

  private static double likely(double speaks) {
    double power = Math.pow(speaks / EVEN, STEEPNESS);
    return power / (1 + power);
  }
}
