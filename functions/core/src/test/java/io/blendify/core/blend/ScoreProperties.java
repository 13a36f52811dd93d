package io.blendify.core.blend;

import static io.blendify.core.blend.Tastes.artists;
import static io.blendify.core.blend.Tastes.artistsOnly;
import static io.blendify.core.blend.Tastes.plus;
import static io.blendify.core.blend.Tastes.profile;
import static io.blendify.core.blend.Tastes.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.blendify.core.blend.Tastes.Liked;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ScoreProperties {

  @Property(tries = 200)
  void whoeverMeetsThemselvesScoresAHundred(@ForAll("tastes") List<Liked> taste) {
    var score = score(profile(taste), profile(taste));
    assertThat(score.value()).isEqualTo(100);
    assertThat(score.interval().high()).isEqualTo(100);
  }

  @Property(tries = 200)
  void itDoesNotMatterWhoIsAskedFirst(
      @ForAll("tastes") List<Liked> a, @ForAll("tastes") List<Liked> b) {
    var one = score(profile(a), profile(b));
    var other = score(profile(b), profile(a));
    assertThat(one.value()).isEqualTo(other.value());
    assertThat(one.interval()).isEqualTo(other.interval());
    assertThat(one.terms()).isEqualTo(other.terms());
    assertThat(one.components()).isEqualTo(other.components());
  }

  @Property(tries = 200)
  void nothingSharedAndNothingRelatedIsZero(@ForAll("tastes") List<Liked> taste) {
    var stranger = List.of(new Liked("somebody else", 0.9, "another genre"));
    var score = score(profile(taste), profile(stranger));
    assertThat(score.value()).isZero();
    assertThat(score.terms()).isEmpty();
  }

  @Property(tries = 400)
  void oneMoreSharedThingNeverLowersIt(
      @ForAll("tastes") List<Liked> a,
      @ForAll("tastes") List<Liked> b,
      @ForAll @DoubleRange(min = 0.01, max = 1) double likedByA,
      @ForAll @DoubleRange(min = 0.01, max = 1) double likedByB) {
    var before = score(profile(a), profile(b));
    var after =
        score(
            profile(plus(a, List.of(new Liked("both", likedByA, "indie")))),
            profile(plus(b, List.of(new Liked("both", likedByB, "indie")))));
    assertThat(after.value()).isGreaterThanOrEqualTo(before.value());
  }

  @Property(tries = 200)
  void toDiscoverWhatTheOtherLikesNeverLowersIt(
      @ForAll("tastes") List<Liked> a,
      @ForAll("tastes") List<Liked> b,
      @ForAll @DoubleRange(min = 0.01, max = 1) double weight) {
    var discovered = new Liked(b.getFirst().artist(), weight, b.getFirst().genre());
    var before = score(profile(a), profile(b)).value();
    var after = score(profile(plus(a, List.of(discovered))), profile(b)).value();
    assertThat(after).isGreaterThanOrEqualTo(before);
  }

  @Property(tries = 100)
  void theProviderOfALibraryDoesNotCount(
      @ForAll("tastes") List<Liked> a, @ForAll("tastes") List<Liked> b) {
    var here = score(profile("spotify", a, true), profile("spotify", b, true));
    var moved = score(profile("spotify", a, true), profile("file", b, true));
    assertThat(moved.value()).isEqualTo(here.value());
  }

  @Property(tries = 200)
  void oneThingDecidesNotEverything(
      @ForAll @IntRange(min = 20, max = 60) int size,
      @ForAll @IntRange(min = 0, max = 15) int shared,
      @ForAll @DoubleRange(min = 0.01, max = 1) double weight) {
    var a = plus(artists("s", 0, shared, "indie"), artists("a", 0, size, "indie"));
    var b = plus(artists("s", 0, shared, "indie"), artists("b", 0, size, "indie"));
    var more = List.of(new Liked("one more", weight, "indie"));
    double before = score(artistsOnly(a), artistsOnly(b)).value();
    double withShared = score(artistsOnly(plus(a, more)), artistsOnly(plus(b, more))).value();
    double withAlone = score(artistsOnly(plus(a, more)), artistsOnly(b)).value();
    assertThat(withShared - before).isBetween(0.0, 30.0);
    assertThat(before - withAlone).isBetween(-1.0, 10.0);
  }

  @Property(tries = 200)
  void theTermsAddUpToTheScoreExactly(
      @ForAll("tastes") List<Liked> a,
      @ForAll("tastes") List<Liked> b,
      @ForAll("tastes") List<Liked> c) {
    for (var score :
        List.of(score(profile(a), profile(b)), score(profile(a), profile(b), profile(c)))) {
      long hundredths = Math.round(100 * score.value());
      assertThat(score.terms().stream().mapToLong(term -> Math.round(100 * term.points())).sum())
          .isEqualTo(hundredths);
      assertThat(score.components().stream().mapToLong(one -> Math.round(100 * one.points())).sum())
          .isEqualTo(hundredths);
    }
  }

  @Property(tries = 100)
  void theScoreOfAGroupIsTheMeanOfItsPairs(
      @ForAll("tastes") List<Liked> a,
      @ForAll("tastes") List<Liked> b,
      @ForAll("tastes") List<Liked> c) {
    var score = score(profile(a), profile(b), profile(c));
    assertThat(score.pairs()).hasSize(3);
    assertThat(score.value())
        .isCloseTo(
            score.pairs().stream().mapToDouble(PairScore::score).average().orElseThrow(),
            within(0.02));
  }

  @Property(tries = 100)
  void theIntervalHoldsTheScoreAndIsOfThisWorld(
      @ForAll("tastes") List<Liked> a, @ForAll("tastes") List<Liked> b) {
    var score = score(profile(a), profile(b));
    assertThat(score.interval().low()).isBetween(0.0, score.value());
    assertThat(score.interval().high()).isBetween(score.value(), 100.0);
  }

  @Example
  void aMissingAspectIsLeftOutAndTheOthersWeighMore() {
    var a = artists("x", 0, 20, null);
    var b = artists("x", 10, 20, null);
    var score = score(artistsOnly(a), profile(b));
    assertThat(score.components())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("artists");
              assertThat(one.weight()).isEqualTo(1);
              assertThat(one.points()).isEqualTo(score.value());
            });
    var withTracks = score(profile(a), profile(b));
    assertThat(withTracks.components())
        .extracting(Component::name)
        .containsExactly("artists", "tracks");
    assertThat(withTracks.components().stream().mapToDouble(Component::weight).sum())
        .isCloseTo(1, within(1e-3));
  }

  @Example
  void littleDataWidensTheInterval() {
    double wide =
        width(score(artistsOnly(artists("x", 0, 4, null)), artistsOnly(artists("x", 2, 4, null))));
    double narrow =
        width(
            score(artistsOnly(artists("x", 0, 80, null)), artistsOnly(artists("x", 40, 80, null))));
    assertThat(narrow).isLessThan(wide / 2);
  }

  @Example
  void whoSharesOneOfTheFewThingsKnownIsNoTwin() {
    var few =
        score(
            artistsOnly(plus(artists("s", 0, 1, null), artists("a", 0, 3, null))),
            artistsOnly(plus(artists("s", 0, 1, null), artists("b", 0, 3, null))));
    var many =
        score(
            artistsOnly(plus(artists("s", 0, 5, null), artists("a", 0, 15, null))),
            artistsOnly(plus(artists("s", 0, 5, null), artists("b", 0, 15, null))));
    assertThat(few.value()).isLessThan(95).isLessThan(many.value());
    assertThat(width(few)).isGreaterThan(2 * width(many));
  }

  @Example
  void littleDataMovesTheScoreTowardsWhatIsUsual() {
    var one = List.of(new Liked("x", 0.1, null), new Liked("a", 0.001, null));
    var other = List.of(new Liked("x", 0.1, null), new Liked("b", 0.001, null));
    var match =
        Match.of(
            Aspect.ARTISTS,
            likes(one),
            likes(other),
            new Rarities(new double[] {1, 1, 1}),
            new double[0]);
    double bare = match.ratio().shared() / (match.ratio().shared() + 0.001 * 0.03);
    assertThat(match.ratio().value()).isBetween(0.3, bare);
    assertThat(match.ratio().expected()).isPositive();
  }

  @Example
  void relatedMusicIsWorthSomethingAndTheExplanationSaysSo() {
    var a = artists("a", 0, 20, "shoegaze");
    var b = artists("b", 0, 20, "shoegaze");
    var score = score(profile(a), profile(b));
    var shared = score(profile(a), profile(plus(b, a)));
    assertThat(score.value()).isBetween(1.0, shared.value() - 10);
    assertThat(score.terms())
        .first()
        .satisfies(
            term -> {
              assertThat(term.how()).isEqualTo("related");
              assertThat(term.name()).isEqualTo("shoegaze");
            });
    assertThat(score.sentences().getFirst())
        .startsWith("You share no artist, but you listen to related music: shoegaze.");
  }

  @Example
  void whoSharesTheRareSharesMore() {
    var a = plus(artists("s", 0, 1, null), artists("a", 0, 60, null));
    var b = plus(artists("s", 0, 1, null), artists("b", 0, 60, null));
    double rare =
        Scoring.of(Tastes.group(background(2), artistsOnly(a), artistsOnly(b)), 1).value();
    double common =
        Scoring.of(Tastes.group(background(600), artistsOnly(a), artistsOnly(b)), 1).value();
    assertThat(rare).isGreaterThan(common + 10);
  }

  @Example
  void theSentencesNameWhereTheyMeetAndDiffer() {
    var a = plus(artists("Shared ", 0, 2, null), artists("Alpha ", 0, 2, null));
    var b = plus(artists("Shared ", 0, 2, null), artists("Beta ", 0, 2, null));
    assertThat(score(profile(a), profile(b)).sentences())
        .startsWith(
            "You meet at Shared 0 and Shared 1, and you share 2 songs.",
            "You differ: Ann goes for Alpha 0 and Alpha 1; Ben goes for Beta 0 and Beta 1.");
  }

  @Example
  void twoHundredPeopleAreComparedInTimeProportionalToTheirNumber() {
    var profiles = new io.blendify.core.taste.TasteProfile[200];
    for (int i = 0; i < profiles.length; i++) {
      profiles[i] = artistsOnly(artists("x", i % 40, 60, "indie"));
    }
    var score = score(profiles);
    assertThat(Pairs.count(200)).isEqualTo(1_200);
    assertThat(score.pairs()).isEmpty();
    assertThat(score.value()).isBetween(1.0, 100.0);
    assertThat(score.coverage()).hasSize(200);
  }

  @Provide
  Arbitrary<List<Liked>> tastes() {
    var names = Arbitraries.integers().between(0, 40).map(i -> "artist " + i);
    var weights = Arbitraries.doubles().between(0.001, 1).ofScale(4);
    return Combinators.combine(names, weights)
        .as((name, weight) -> new Liked(name, weight, genre(name)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  /** An artist's genre is a fact about the artist. */
  private static String genre(String name) {
    return List.of("indie", "jazz", "metal", "pop").get(Math.floorMod(name.hashCode(), 4));
  }

  private static double width(Score score) {
    return score.interval().high() - score.interval().low();
  }

  private static Likes likes(List<Liked> liked) {
    var ids = Map.of("x", 0, "a", 1, "b", 2);
    var weights = new java.util.TreeMap<Integer, Double>();
    liked.forEach(one -> weights.put(ids.get(one.artist()), one.weight()));
    return Likes.of(weights);
  }

  private static Background background(int listeners) {
    Map<Aspect, Map<String, Integer>> counts = new EnumMap<>(Aspect.class);
    counts.put(Aspect.ARTISTS, Map.of("s0", listeners, "s1", listeners, "s2", listeners));
    return new Background(1_000, counts);
  }
}
