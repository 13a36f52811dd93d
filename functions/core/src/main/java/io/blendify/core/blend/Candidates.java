package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What may be chosen from: of every member's library the best, so many that the blend can be filled
 * from any two of them and that a large group does not bring millions.
 */
final class Candidates {

  /** Of one member at least so many times the blend's length divided by the number of members. */
  private static final int TIMES = 12;

  private static final int FEWEST = 40;

  /**
   * To be asked of whom a track is expected to please; of a large group everybody by the own
   * library only.
   */
  private static final int MOST_EXPECTING = 60;

  /** What one knows is no discovery. */
  private static final double KNOWN_IN_DISCOVERY = 0.15;

  /**
   * What a song that somebody loves is worth to a stranger to it, without any sign that it fits.
   */
  private static final double FIT = 0.05;

  private static final double MOST_EXPECTED = 0.5;

  private static final double NEW_IN_DISCOVERY = 20;

  private static final double STANDING = 0.4;

  private final Group group;
  private final Algorithm algorithm;
  private final BlendSettings settings;

  Candidates(Group group, Algorithm algorithm, BlendSettings settings) {
    this.group = group;
    this.algorithm = algorithm;
    this.settings = settings;
  }

  /** By track id. */
  List<Candidate> all() {
    var owners = owners();
    var candidates = new ArrayList<Candidate>();
    owners.forEach(
        (track, places) -> {
          if (settings.allowExplicit() || !group.track(track).explicit()) {
            candidates.add(candidate(track, places.stream().mapToInt(Integer::intValue).toArray()));
          }
        });
    return candidates;
  }

  private Map<Integer, List<Integer>> owners() {
    int each = Math.max(FEWEST, TIMES * settings.length() / group.size());
    Map<Integer, List<Integer>> owners = new TreeMap<>();
    for (int place = 0; place < group.size(); place++) {
      for (int track : best(place, each)) {
        owners.computeIfAbsent(track, _ -> new ArrayList<>());
      }
    }
    for (int track = 0; track < group.trackCount(); track++) {
      if (group.track(track).offered() > 0) {
        owners.put(track, new ArrayList<>());
      }
    }
    for (int place = 0; place < group.size(); place++) {
      for (int track : group.members().get(place).mixed().of(Aspect.TRACKS).ids) {
        var of = owners.get(track);
        if (of != null) {
          of.add(place);
        }
      }
    }
    return owners;
  }

  private int[] best(int place, int count) {
    var likes = group.members().get(place).mixed().of(Aspect.TRACKS);
    return IntStream.range(0, likes.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> likes.weights[i])
                .reversed()
                .thenComparing(i -> i))
        .filter(i -> settings.allowExplicit() || !group.track(likes.ids[i]).explicit())
        .limit(count)
        .mapToInt(i -> likes.ids[i])
        .toArray();
  }

  private Candidate candidate(int track, int[] owners) {
    double loved =
        Arrays.stream(owners)
            .mapToDouble(place -> Liking.known(group.members().get(place), track))
            .max()
            .orElse(0);
    int[] asked =
        group.size() <= MOST_EXPECTING ? IntStream.range(0, group.size()).toArray() : owners;
    var members = new int[asked.length];
    var gives = new double[asked.length];
    int count = 0;
    double liking = 0;
    for (int place : asked) {
      var member = group.members().get(place);
      double known = Liking.known(member, track);
      double expected = known > 0 ? known : Liking.unknown(group, place, track);
      liking += expected;
      double give =
          owners.length == 0
              ? offered(expected)
              : give(known > 0 ? familiar(member, known) : 0, expected, loved);
      if (give > 0) {
        members[count] = place;
        gives[count++] = give;
      }
    }
    return new Candidate(
        track,
        Arrays.copyOf(members, count),
        Arrays.copyOf(gives, count),
        owners,
        liking / group.size());
  }

  /**
   * What one has is liked; how high it stands in the own list says a little more. Against the
   * greatest of the same list, so that a long and a short library weigh the same.
   */
  private static double familiar(Member member, double known) {
    return Math.pow(known / member.mixed().of(Aspect.TRACKS).greatest(), STANDING);
  }

  /** What none has is no rival of what somebody has, except where discoveries are looked for. */
  private double offered(double expected) {
    return algorithm == Algorithm.DISCOVERY ? NEW_IN_DISCOVERY * expected : expected;
  }

  /**
   * What the track is worth to one member. Who looks for discoveries gains most from what is not in
   * the own library, is loved by whom it comes from, and fits.
   */
  private double give(double known, double expected, double loved) {
    if (algorithm != Algorithm.DISCOVERY) {
      return known > 0 ? known : expected;
    }
    return known > 0
        ? KNOWN_IN_DISCOVERY * known
        : loved * (FIT + (1 - FIT) * expected / MOST_EXPECTED);
  }
}
