package io.blendify.core.blend;

import io.blendify.core.population.Listening;
import io.blendify.core.taste.PackedTaste;
import io.blendify.core.taste.TasteSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/** Takes in the profiles of a sample of people, from which it is learnt what goes together. */
public final class Sample {

  /** Of one person; what is far down says little of what goes together. */
  private static final int MOST = 500;

  /** The best known: time and memory to learn grow with them, and so does what is kept. */
  private static final int MOST_THINGS = 30_000;

  private final LongUnaryOperator sameAs;
  private final Listening.Builder artists = new Listening.Builder();
  private final Listening.Builder recordings = new Listening.Builder();

  /**
   * @param sameAs the recording that stands for this one; otherwise the same
   */
  public Sample(LongUnaryOperator sameAs) {
    this.sameAs = sameAs;
  }

  /**
   * @param mayScore sources that may be used
   */
  public void add(PackedTaste taste, Predicate<TasteSource> mayScore) {
    var allowed = new boolean[taste.sources().size()];
    for (int source = 0; source < allowed.length; source++) {
      allowed[source] = mayScore.test(taste.sources().get(source));
    }
    Map<String, Double> ofArtists = new HashMap<>();
    for (int place = 0; place < taste.artists().size(); place++) {
      put(ofArtists, taste.artists().key(place), taste.artists().strength(place, allowed));
    }
    artists.add(strongest(ofArtists));
    Map<String, Double> ofRecordings = new HashMap<>();
    var of = taste.recordings();
    for (int place = 0; place < of.size(); place++) {
      var key = Long.toString(sameAs.applyAsLong(of.recording(place)));
      put(ofRecordings, key, of.strength(place, allowed));
    }
    recordings.add(strongest(ofRecordings));
  }

  private static void put(Map<String, Double> to, String key, double strength) {
    if (strength > 0) {
      to.merge(key, strength, Math::max);
    }
  }

  private static Map<String, Double> strongest(Map<String, Double> of) {
    if (of.size() <= MOST) {
      return of;
    }
    Map<String, Double> strongest = new HashMap<>();
    of.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .forEach(entry -> strongest.put(entry.getKey(), entry.getValue()));
    return strongest;
  }

  public Listening artists() {
    return artists.build(MOST_THINGS);
  }

  public Listening recordings() {
    return recordings.build(MOST_THINGS);
  }
}
