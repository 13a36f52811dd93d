package io.blendify.core.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedTasteTest {

  private static final boolean[] BOTH = {true, true};

  private static final TasteProfile PROFILE =
      new TasteProfile(
          TasteProfile.VERSION,
          List.of(
              new TasteSource("spotify", "top_artists", "long_term"),
              new TasteSource("file", "recently_played", "")),
          List.of(
              new ArtistTaste(
                  "bjork",
                  "Björk",
                  List.of("art pop", "ambient"),
                  List.of(new Signal(0, 0.63093, 2), new Signal(1, 0.00001, null))),
              new ArtistTaste("音楽", "音楽", List.of("ambient"), List.of())),
          List.of(
              new RecordingTaste(
                  Long.MAX_VALUE, 1L << 40, true, List.of(0, 1), List.of(new Signal(1, 1, 700))),
              new RecordingTaste(5, 6, null, List.of(1), List.of(new Signal(0, 0.25, null)))));

  @Test
  void whatWasWrittenIsRead() {
    var read = PackedTaste.read(PackedTaste.of(PROFILE, _ -> -77).bytes());
    assertThat(read.sources()).isEqualTo(PROFILE.sources());
    assertThat(read.artists().name(0)).isEqualTo("Björk");
    assertThat(read.artists().key(1)).isEqualTo("音楽");
    assertThat(read.artists().genre(read.artists().genresOf(1)[0])).isEqualTo("ambient");
    assertThat(read.artists().strength(0, BOTH)).isEqualTo(1 - (1 - 0.63093) * (1 - 0.00001));
    assertThat(read.artists().strength(1, BOTH)).isZero();
    var recordings = read.recordings();
    assertThat(recordings.size()).isEqualTo(2);
    assertThat(recordings.recording(0)).isEqualTo(Long.MAX_VALUE);
    assertThat(recordings.version(0)).isEqualTo(1L << 40);
    assertThat(recordings.title(0)).isEqualTo(-77);
    assertThat(recordings.isExplicit(0)).isTrue();
    assertThat(recordings.isExplicit(1)).isFalse();
    assertThat(recordings.artists(0)).containsExactly(0, 1);
    assertThat(recordings.signals(0, BOTH)).isEqualTo(PROFILE.recordings().get(0).signals());
    assertThat(recordings.signals(1, BOTH)).isEqualTo(PROFILE.recordings().get(1).signals());
  }

  @Test
  void whatMayNotBeUsedSaysNothing() {
    var taste = PackedTaste.of(PROFILE);
    var file = new boolean[] {false, true};
    assertThat(taste.artists().strength(0, file)).isEqualTo(1 - (1 - 0.00001));
    assertThat(taste.recordings().strength(1, file)).isZero();
    assertThat(taste.recordings().signals(1, file)).isEmpty();
  }

  @Test
  void theSameTasteHasTheSameBytes() {
    assertThat(PackedTaste.of(PROFILE).bytes()).isEqualTo(PackedTaste.of(PROFILE).bytes());
    assertThat(PackedTaste.read(PackedTaste.of(TasteProfile.EMPTY).bytes()).isEmpty()).isTrue();
  }

  @Test
  void whatEndsTooSoonIsRefused() {
    var bytes = PackedTaste.of(PROFILE).bytes();
    for (int length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> PackedTaste.read(cut)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
