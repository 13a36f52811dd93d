package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
  private final double[] greatest;

  Candidates(Group group, Algorithm algorithm, BlendSettings settings) {
    this.group = group;
    this.algorithm = algorithm;
    this.settings = settings;
    this.greatest =
        group.members().stream()
            .mapToDouble(member -> member.mixed().of(Aspect.TRACKS).greatest())
            .toArray();
  }

  /** By track id. */
  List<Candidate> all() {
    var owners = owners();
    var candidates = new ArrayList<Candidate>();
    for (int track = 0; track < owners.length; track++) {
      var of = owners[track];
      if (of != null && (settings.allowExplicit() || !group.track(track).explicit())) {
        candidates.add(candidate(track, of));
      }
    }
    return candidates;
  }

  /** By track, the places of those who have it; null for what is no candidate. */
  private int[] @Nullable [] owners() {
    var counts = counts();
    var owners = new int[counts.length][];
    for (int track = 0; track < owners.length; track++) {
      owners[track] = counts[track] < 0 ? null : new int[counts[track]];
    }
    var next = new int[counts.length];
    for (int place = 0; place < group.size(); place++) {
      for (int track : tracks(place).ids) {
        var of = owners[track];
        if (of != null) {
          of[next[track]++] = place;
        }
      }
    }
    return owners;
  }

  /** By track, how many have it; -1 for what is no candidate. */
  private int[] counts() {
    int each = Math.max(FEWEST, TIMES * settings.length() / group.size());
    var counts = new int[group.trackCount()];
    for (int track = 0; track < counts.length; track++) {
      counts[track] = group.track(track).offered() > 0 ? 0 : -1;
    }
    for (int place = 0; place < group.size(); place++) {
      var likes = allowed(tracks(place));
      for (int i : likes.best(each)) {
        counts[likes.ids[i]] = 0;
      }
    }
    for (int place = 0; place < group.size(); place++) {
      for (int track : tracks(place).ids) {
        counts[track] += counts[track] < 0 ? 0 : 1;
      }
    }
    return counts;
  }

  private Likes tracks(int place) {
    return group.members().get(place).mixed().of(Aspect.TRACKS);
  }

  private Likes allowed(Likes likes) {
    if (settings.allowExplicit()) {
      return likes;
    }
    var ids = IntStream.of(likes.ids).filter(track -> !group.track(track).explicit()).toArray();
    return Likes.of(ids, Arrays.stream(ids).mapToDouble(likes::weight).toArray(), ids.length);
  }

  private Candidate candidate(int track, int[] owners) {
    double loved = 0;
    for (int place : owners) {
      loved = Math.max(loved, Liking.known(group.members().get(place), track));
    }
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
              : give(known > 0 ? familiar(place, known) : 0, expected, loved);
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
  private double familiar(int place, double known) {
    return Math.pow(known / greatest[place], STANDING);
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
