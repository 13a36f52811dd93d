package io.blendify.core.blend;

import static io.blendify.core.blend.Tastes.SEED;
import static io.blendify.core.blend.Tastes.plus;
import static io.blendify.core.blend.Tastes.profile;
import static io.blendify.core.blend.Tastes.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.blend.Tastes.Liked;
import io.blendify.core.population.Landscape;
import io.blendify.core.population.Neighbour;
import io.blendify.core.population.Percentiles;
import io.blendify.core.population.Place;
import io.blendify.core.population.Vicinity;
import io.blendify.core.taste.TasteProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What is promised of a score holds whatever was learnt about what goes together. */
class ScoreWithSpaceProperties {

  private static final int ARTISTS = 40;
  private static final int STYLES = 4;

  @Property(tries = 150)
  void whoeverMeetsThemselvesScoresAHundred(
      @ForAll("spaces") Background space, @ForAll("tastes") List<Liked> taste) {
    var score = score(space, profile(taste), profile(taste));
    assertThat(score.value()).isEqualTo(100);
    assertThat(score.interval().high()).isEqualTo(100);
  }

  @Property(tries = 150)
  void itDoesNotMatterWhoIsAskedFirst(
      @ForAll("spaces") Background space,
      @ForAll("tastes") List<Liked> a,
      @ForAll("tastes") List<Liked> b) {
    var one = score(space, profile(a), profile(b));
    var other = score(space, profile(b), profile(a));
    assertThat(one.value()).isEqualTo(other.value());
    assertThat(one.interval()).isEqualTo(other.interval());
    assertThat(one.terms()).isEqualTo(other.terms());
    assertThat(one.components()).isEqualTo(other.components());
  }

  @Property(tries = 150)
  void nothingSharedAndNothingRelatedIsZero(
      @ForAll("spaces") Background space, @ForAll("tastes") List<Liked> taste) {
    var stranger = List.of(new Liked("unheard of", 0.9, null));
    var score = score(space, profile(taste), profile(stranger));
    assertThat(score.value()).isZero();
    assertThat(score.terms()).isEmpty();
  }

  @Property(tries = 400)
  void oneMoreSharedThingNeverLowersIt(
      @ForAll("spaces") Background space,
      @ForAll("tastes") List<Liked> a,
      @ForAll("tastes") List<Liked> b,
      @ForAll("names") String both,
      @ForAll @DoubleRange(min = 0.01, max = 1) double likedByA,
      @ForAll @DoubleRange(min = 0.01, max = 1) double likedByB) {
    var newToA = a.stream().noneMatch(one -> one.artist().equals(both));
    var newToB = b.stream().noneMatch(one -> one.artist().equals(both));
    var before = score(space, profile(a), profile(b));
    var after =
        score(
            space,
            profile(newToA ? plus(a, List.of(new Liked(both, likedByA, null))) : a),
            profile(newToB ? plus(b, List.of(new Liked(both, likedByB, null))) : b));
    assertThat(after.value()).isGreaterThanOrEqualTo(before.value());
  }

  @Property(tries = 150)
  void theProviderOfALibraryDoesNotCount(
      @ForAll("spaces") Background space,
      @ForAll("tastes") List<Liked> a,
      @ForAll("tastes") List<Liked> b) {
    var here = score(space, profile("spotify", a, true), profile("spotify", b, true));
    var moved = score(space, profile("spotify", a, true), profile("file", b, true));
    assertThat(moved.value()).isEqualTo(here.value());
  }

  /** Of people who are well known: what little is known of may turn out otherwise. */
  @Property(tries = 150)
  void oneThingDecidesNotEverything(
      @ForAll("spaces") Background space,
      @ForAll("wellKnown") List<Liked> a,
      @ForAll("wellKnown") List<Liked> b,
      @ForAll @DoubleRange(min = 0.01, max = 1) double weight) {
    var more = List.of(new Liked("one more", weight, null));
    double before = score(space, profile(a), profile(b)).value();
    double shared = score(space, profile(plus(a, more)), profile(plus(b, more))).value();
    double alone = score(space, profile(plus(a, more)), profile(b)).value();
    assertThat(shared - before).isBetween(0.0, 15.0);
    assertThat(before - alone).isBetween(-1.0, 2.0);
  }

  @Property(tries = 150)
  void theTermsAddUpToTheScoreExactly(
      @ForAll("spaces") Background space,
      @ForAll("tastes") List<Liked> a,
      @ForAll("tastes") List<Liked> b,
      @ForAll("tastes") List<Liked> c) {
    for (var score :
        List.of(
            score(space, profile(a), profile(b)),
            score(space, profile(a), profile(b), profile(c)))) {
      long hundredths = Math.round(100 * score.value());
      assertThat(score.terms().stream().mapToLong(term -> Math.round(100 * term.points())).sum())
          .isEqualTo(hundredths);
      assertThat(score.components().stream().mapToLong(one -> Math.round(100 * one.points())).sum())
          .isEqualTo(hundredths);
      assertThat(score.interval().low()).isBetween(0.0, score.value());
      assertThat(score.interval().high()).isBetween(score.value(), 100.0);
    }
  }

  @Property(tries = 100)
  void aListIsMadeOnceAndTheSameInWhateverOrderPeopleAreGiven(
      @ForAll("spaces") Background space,
      @ForAll("manyLiked") List<Liked> a,
      @ForAll("manyLiked") List<Liked> b,
      @ForAll Algorithm algorithm,
      @ForAll long seed) {
    var settings = new BlendSettings(20, 3, true, 1);
    var picks = Selecting.of(offered(space, a, b), algorithm, settings, Set.of(), seed).picks();
    assertThat(Selecting.of(offered(space, a, b), algorithm, settings, Set.of(), seed).picks())
        .isEqualTo(picks);
    assertThat(picks).extracting(Pick::recording).doesNotHaveDuplicates();
    var owned = new ArrayList<Long>();
    plus(a, b).forEach(one -> owned.add(recording(one.artist())));
    assertThat(picks)
        .allSatisfy(
            pick -> {
              assertThat(pick.contributors().isEmpty())
                  .as("who has it is named, and nobody else")
                  .isEqualTo(!owned.contains(pick.recording()));
              assertThat(pick.reason()).isNotBlank();
            });
  }

  private static Group offered(Background space, List<Liked> a, List<Liked> b) {
    var builder = new GroupBuilder(recording -> recording);
    builder.add(Tastes.participant(Tastes.ANN, 1, profile(a)));
    builder.add(Tastes.participant(Tastes.BEN, 1, profile(b)));
    builder
        .further(space.landscape(Aspect.TRACKS).vicinity())
        .forEach(
            recording ->
                builder.offer(
                    new Offer(recording, 7, "title", false, List.of("artist " + recording))));
    return builder.build(space);
  }

  private static Score score(Background space, TasteProfile... profiles) {
    return Scoring.of(Tastes.group(space, profiles), SEED);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.integers().between(0, ARTISTS).map(i -> "artist " + i);
  }

  @Provide
  Arbitrary<List<Liked>> tastes() {
    return liked(0.001).ofMinSize(1).ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<Liked>> manyLiked() {
    return liked(0.001).ofMinSize(20).ofMaxSize(35);
  }

  @Provide
  Arbitrary<List<Liked>> wellKnown() {
    return liked(0.1).ofMinSize(25).ofMaxSize(38);
  }

  private net.jqwik.api.arbitraries.ListArbitrary<Liked> liked(double least) {
    return Combinators.combine(names(), Arbitraries.doubles().between(least, 1).ofScale(4))
        .as((name, weight) -> new Liked(name, weight, null))
        .list()
        .uniqueElements(Liked::artist);
  }

  /** Places, styles and neighbours of most artists and their songs, and some percentiles. */
  @Provide
  Arbitrary<Background> spaces() {
    return Arbitraries.longs().map(seed -> space(new Random(seed)));
  }

  private static Background space(Random random) {
    Map<String, Integer> artists = new HashMap<>();
    Map<String, Integer> songs = new HashMap<>();
    for (int i = 0; i <= ARTISTS; i++) {
      int listeners = 1 + random.nextInt(60);
      artists.put("artist " + i, listeners);
      songs.put(Long.toString(recording("artist " + i)), listeners);
    }
    Map<Aspect, Landscape> landscapes = new EnumMap<>(Aspect.class);
    landscapes.put(Aspect.ARTISTS, landscape(artists, Map.of(), random));
    landscapes.put(
        Aspect.TRACKS, landscape(songs, neighbours(List.copyOf(songs.keySet()), random), random));
    Map<Aspect, Map<String, Integer>> listeners = new EnumMap<>(Aspect.class);
    listeners.put(Aspect.ARTISTS, artists);
    listeners.put(Aspect.TRACKS, songs);
    double scale = 0.05 + random.nextDouble() / 2;
    var matches = DoubleStream.generate(() -> scale * random.nextDouble()).limit(300).toArray();
    var percentiles =
        random.nextBoolean()
            ? Percentiles.USUAL
            : Percentiles.of(20 + random.nextInt(280), matches);
    return new Background(100, listeners, landscapes, percentiles);
  }

  private static Landscape landscape(
      Map<String, Integer> listeners, Map<String, List<Neighbour>> neighbours, Random random) {
    Map<String, Place> places = new HashMap<>();
    for (var key : listeners.keySet().stream().sorted().toList()) {
      if (random.nextInt(10) > 0) {
        float share = random.nextFloat();
        var styles =
            new int[] {random.nextInt(STYLES / 2), STYLES / 2 + random.nextInt(STYLES / 2)};
        places.put(key, new Place(listeners.get(key), styles, new float[] {share, 1 - share}));
      }
    }
    var keys = listeners.keySet().stream().sorted().toList();
    List<List<String>> styles = new ArrayList<>();
    for (int style = 0; style < STYLES; style++) {
      styles.add(List.of(keys.get(style), keys.get(style + STYLES)));
    }
    return new Landscape(places, styles, Vicinity.of(neighbours));
  }

  private static Map<String, List<Neighbour>> neighbours(List<String> keys, Random random) {
    var sorted = keys.stream().sorted().toList();
    return sorted.stream()
        .collect(
            Collectors.toMap(
                key -> key,
                key ->
                    random
                        .ints(5, 0, sorted.size())
                        .distinct()
                        .mapToObj(sorted::get)
                        .filter(other -> !other.equals(key))
                        .map(other -> new Neighbour(other, 0.05f + random.nextFloat()))
                        .toList()));
  }
}
