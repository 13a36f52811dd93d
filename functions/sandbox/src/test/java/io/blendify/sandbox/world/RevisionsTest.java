package io.blendify.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The provider's own changes to what it has. */
final class RevisionsTest {

  private static final Instant DAY = Instant.parse("2026-11-11T12:00:00Z");
  private static final World WORLD = World.of(WorldOptions.defaults());

  @Test
  void nothingHasChangedWhenTheWorldBegins() {
    assertThat(all(WORLD, World.BEGINNING.minusMillis(1)))
        .isEqualTo(all(WORLD, World.BEGINNING.minus(Duration.ofDays(900))));
    assertThat(all(WORLD, World.BEGINNING))
        .containsExactlyInAnyOrderElementsOf(catalogue())
        .hasSizeGreaterThan(6_000);
  }

  @Test
  void eachDayAFewThingsAreDescribedAnewAndKeepTheirIds() {
    var kinds = new HashSet<Class<?>>();
    for (int day = 0; day < 10; day++) {
      var before = all(WORLD, DAY.plus(Duration.ofDays(day)));
      var after = all(WORLD, DAY.plus(Duration.ofDays(day + 1)));
      var changed = new ArrayList<Object>();
      for (int i = 0; i < before.size(); i++) {
        if (!before.get(i).equals(after.get(i))) {
          changed.add(after.get(i));
          kinds.add(after.get(i).getClass());
        }
      }
      assertThat(changed).hasSizeLessThanOrEqualTo(9);
      assertThat(ids(after)).isEqualTo(ids(before));
    }
    assertThat(kinds).containsExactlyInAnyOrder(Album.class, Artist.class, Track.class);
  }

  @Test
  void theSameSeedDescribesTheSameInWhateverOrderItIsAsked() {
    var other = World.of(WorldOptions.defaults());
    all(other, DAY.plus(Duration.ofDays(500)));
    assertThat(all(other, DAY)).isEqualTo(all(WORLD, DAY));
  }

  @Test
  void coversReleasesTitlesPicturesAndGenresAllChange() {
    var later = DAY.plus(Duration.ofDays(60));
    var revisions = WORLD.revisions();
    var catalog = WORLD.catalog();
    assertThat(catalog.albums())
        .anyMatch(a -> revisions.of(a, later).cover() != revisions.of(a, DAY).cover())
        .anyMatch(
            a -> !revisions.of(a, later).releaseDate().equals(revisions.of(a, DAY).releaseDate()))
        .allMatch(a -> revisions.of(a, later).precision() != null);
    assertThat(catalog.tracks())
        .anyMatch(t -> !revisions.of(t, later).name().equals(revisions.of(t, DAY).name()))
        .allMatch(t -> revisions.of(t, later).name().equalsIgnoreCase(t.name()));
    assertThat(catalog.artists())
        .anyMatch(a -> revisions.of(a, later).picture() != revisions.of(a, DAY).picture())
        .anyMatch(a -> !revisions.of(a, later).genres().equals(revisions.of(a, DAY).genres()));
  }

  private static List<Object> catalogue() {
    var all = new ArrayList<Object>(WORLD.catalog().albums());
    all.addAll(WORLD.catalog().tracks());
    all.addAll(WORLD.catalog().artists());
    return all;
  }

  private static List<Object> all(World world, Instant at) {
    var revisions = world.revisions();
    var all = new ArrayList<Object>();
    world.catalog().albums().forEach(album -> all.add(revisions.of(album, at)));
    world.catalog().tracks().forEach(track -> all.add(revisions.of(track, at)));
    world.catalog().artists().forEach(artist -> all.add(revisions.of(artist, at)));
    return all;
  }

  private static List<String> ids(List<Object> things) {
    return things.stream()
        .map(
            thing ->
                switch (thing) {
                  case Album album -> album.id();
                  case Track track -> track.id();
                  case Artist artist -> artist.id();
                  default -> throw new IllegalStateException(thing.toString());
                })
        .toList();
  }
}
