package io.blendify.sandbox.world;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a person chooses when they save, follow or add something: mostly what they like, now and
 * then a novelty.
 */
final class Picks {

  private static final int ATTEMPTS = 60;

  private final Taste taste;
  private final Taste.Mood mood;
  private final Catalog catalog;
  private final List<Artist> all;
  private final List<Track> tracks;
  private final List<String> foreign;

  /**
   * @param foreign ids of playlists of others and of the provider that the person may come across
   */
  Picks(Taste taste, Catalog catalog, List<String> foreign) {
    this.taste = taste;
    this.catalog = catalog;
    this.mood = taste.mood(-1);
    this.all = List.copyOf(catalog.artists());
    this.tracks = List.copyOf(catalog.tracks());
    this.foreign = List.copyOf(foreign);
  }

  Track track(SplittableRandom chance) {
    if (chance.nextInt(20) > 0) {
      return mood.track(chance);
    }
    var work = catalog.tracksOf(Chance.pick(chance, all));
    return work.isEmpty() ? mood.track(chance) : Chance.pick(chance, work);
  }

  Optional<Track> track(SplittableRandom chance, Collection<String> but) {
    return fresh(() -> track(chance), Track::id, but).or(() -> anyOfTheCatalog(chance, but));
  }

  Optional<Album> album(SplittableRandom chance, Collection<String> but) {
    return fresh(() -> track(chance).album(), Album::id, but);
  }

  Optional<Artist> artist(SplittableRandom chance, Collection<String> but) {
    return fresh(() -> mood.artist(chance), Artist::id, but);
  }

  Optional<String> foreignPlaylist(SplittableRandom chance, Collection<String> but) {
    return foreign.isEmpty()
        ? Optional.empty()
        : fresh(() -> Chance.pick(chance, foreign), Function.identity(), but);
  }

  String title(SplittableRandom chance) {
    var scene = taste.liked().getFirst().artist().scene();
    return new Names(chance.split()).title(Scenes.of(scene));
  }

  private Optional<Track> anyOfTheCatalog(SplittableRandom chance, Collection<String> but) {
    return fresh(() -> Chance.pick(chance, tracks), Track::id, but);
  }

  private static <T> Optional<T> fresh(
      Supplier<T> draw, Function<T, String> id, Collection<String> but) {
    for (int i = 0; i < ATTEMPTS; i++) {
      var drawn = draw.get();
      if (!but.contains(id.apply(drawn))) {
        return Optional.of(drawn);
      }
    }
    return Optional.empty();
  }
}
