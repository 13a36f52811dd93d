package io.blendify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.Isrc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SameRecordingProperties {

  private static final List<String> EDITIONS =
      List.of(
          "Live", "Remix", "Instrumental", "Acoustic", "Demo", "Radio Edit", "Live at the Park");
  private static final List<String> PUBLISHINGS =
      List.of(
          " - 2011 Remaster",
          " (Remastered)",
          " (Deluxe Edition)",
          " [Bonus Track]",
          " (feat. Zoe)");

  @Property
  void whetherTwoAreTheSameDoesNotDependOnWhoIsAsked(
      @ForAll("claims") Claim a, @ForAll("claims") Claim b) {
    assertThat(RecordingKeys.same(a, b)).isEqualTo(RecordingKeys.same(b, a));
  }

  @Property
  void everyClaimWithAnArtistIsItself(@ForAll("claims") Claim claim) {
    assertThat(RecordingKeys.same(claim, claim)).isTrue();
  }

  @Property
  void howItWasPublishedDoesNotCount(
      @ForAll("claims") Claim claim, @ForAll("publishings") String publishing) {
    assertThat(RecordingKeys.same(claim, titled(claim, claim.title() + publishing))).isTrue();
    assertThat(RecordingKeys.same(claim, titled(claim, claim.title().toUpperCase(Locale.ROOT))))
        .isTrue();
  }

  @Property
  void anEditionIsAnotherRecording(
      @ForAll("claims") Claim claim, @ForAll("editions") String edition) {
    var plain = new Claim("Song", claim.artists(), claim.durationMs(), null);
    assertThat(RecordingKeys.same(plain, titled(plain, "Song - " + edition))).isFalse();
    assertThat(RecordingKeys.same(plain, titled(plain, "Song (" + edition + ")"))).isFalse();
    assertThat(
            RecordingKeys.same(
                titled(plain, "Song [" + edition + "]"), titled(plain, "Song - " + edition)))
        .isTrue();
  }

  @Property
  void anIsrcProvesTheSameAndNeverDifferent(@ForAll("claims") Claim a, @ForAll("claims") Claim b) {
    var code = new Isrc("GBXYZ2500004");
    var other = new Isrc("GBXYZ2500005");
    assertThat(RecordingKeys.same(coded(a, code), coded(b, code))).isTrue();
    assertThat(RecordingKeys.same(coded(a, code), coded(b, other)))
        .isEqualTo(RecordingKeys.same(coded(a, null), coded(b, null)));
  }

  @Property
  void durationsFurtherApartThanTheToleranceAreTwoRecordings(
      @ForAll("claims") Claim claim, @ForAll @IntRange(min = -9_000, max = 9_000) int difference) {
    var one = new Claim(claim.title(), claim.artists(), 200_000, null);
    var other = new Claim(claim.title(), claim.artists(), 200_000 + difference, null);
    assertThat(RecordingKeys.same(one, other)).isEqualTo(Math.abs(difference) <= 4_000);
  }

  @Property
  void guestsAreNamedInTheTitleOrAmongTheArtists(
      @ForAll("names") String main, @ForAll("names") String guest) {
    var credited = new Claim("Song", new ArrayList<>(List.of(main, guest)), 200_000, null);
    var titled = new Claim("Song (feat. " + guest + ")", List.of(main), 200_000, null);
    var bare = new Claim("Song", List.of(main), 200_000, null);
    assertThat(RecordingKeys.same(credited, titled)).isTrue();
    assertThat(RecordingKeys.same(credited, bare)).isTrue();
  }

  @Property
  void oneGuestOnTwoSongsOfOneNameMakesThemNoOneRecording(@ForAll("names") String guest) {
    var one = new Claim("Intro", List.of("Qone", guest), 200_000, null);
    var other = new Claim("Intro", List.of("Qtwo", guest), 200_000, null);
    assertThat(RecordingKeys.same(one, other)).isFalse();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("Ann", "Björk", "The Cure", "Ryuichi Sakamoto", "ABBA", "Łona", "椎名林檎");
  }

  @Provide
  Arbitrary<String> editions() {
    return Arbitraries.of(EDITIONS);
  }

  @Provide
  Arbitrary<String> publishings() {
    return Arbitraries.of(PUBLISHINGS);
  }

  @Provide
  Arbitrary<Claim> claims() {
    var titles = Arbitraries.of("Song", "Heroes", "Über den Wolken", "Song 2", "恋", "Don't Stop");
    var suffixes = Arbitraries.of("", " - Live", " (Acoustic)", " - 2009 Remaster");
    var durations = Arbitraries.integers().between(180_000, 190_000).injectNull(0.2);
    return Combinators.combine(
            titles, suffixes, names().list().ofMinSize(1).ofMaxSize(3).uniqueElements(), durations)
        .as(
            (title, suffix, artists, duration) ->
                new Claim(title + suffix, artists, duration, null));
  }

  private static Claim titled(Claim claim, String title) {
    return new Claim(title, claim.artists(), claim.durationMs(), claim.isrc());
  }

  private static Claim coded(Claim claim, Isrc isrc) {
    return new Claim(claim.title(), claim.artists(), claim.durationMs(), isrc);
  }
}
