package io.blendify.core.blend;

import io.blendify.core.population.Place;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a style of music is called for people: by artists, because a style has no name. */
final class StyleNames {

  private static final int NAMED = 3;

  private final Group group;

  StyleNames(Group group) {
    this.group = group;
  }

  /** {@code "music like Nina Simone, Etta James and Odetta"}. */
  String of(Aspect aspect, int style) {
    return aspect == Aspect.TRACKS ? ofTracks(style) : ofArtists(style);
  }

  private String ofArtists(int style) {
    var names = group.vocabulary(Aspect.ARTISTS);
    return "music like "
        + Sentences.joined(
            group.landscape(Aspect.ARTISTS).styles().get(style).stream()
                .map(names::nameOf)
                .toList());
  }

  /** By who made the members' own tracks of that style, the best known first. */
  private String ofTracks(int style) {
    var vocabulary = group.vocabulary(Aspect.TRACKS);
    var artists = group.vocabulary(Aspect.ARTISTS);
    var names =
        IntStream.range(0, vocabulary.size())
            .boxed()
            .filter(track -> group.track(track).mainArtist() >= 0 && standing(track, style) > 0)
            .sorted(
                Comparator.<Integer>comparingDouble(track -> -standing(track, style))
                    .thenComparing(track -> track))
            .map(track -> artists.name(group.track(track).mainArtist()))
            .distinct()
            .limit(NAMED)
            .toList();
    return names.isEmpty()
        ? "songs of one style"
        : "songs like those of " + Sentences.joined(names);
  }

  private double standing(int track, int style) {
    var key = group.vocabulary(Aspect.TRACKS).key(track);
    return Optional.ofNullable(group.landscape(Aspect.TRACKS).places().get(key))
        .map(place -> place.listeners() * share(place, style))
        .orElse(0.0);
  }

  private static double share(Place place, int style) {
    for (int i = 0; i < place.styles().length; i++) {
      if (place.styles()[i] == style) {
        return place.shares()[i];
      }
    }
    return 0;
  }
}
