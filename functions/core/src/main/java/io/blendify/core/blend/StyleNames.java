package io.blendify.core.blend;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

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
    var names = group.artists();
    return "music like "
        + Sentences.joined(
            group.landscape(Aspect.ARTISTS).styles().get(style).stream()
                .map(names::nameOf)
                .toList());
  }

  /** By who made the members' own tracks of that style, the best known first. */
  private String ofTracks(int style) {
    var artists = group.artists();
    var names =
        standings(style).entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(NAMED)
            .map(entry -> artists.name(entry.getKey()))
            .toList();
    return names.isEmpty()
        ? "songs of one style"
        : "songs like those of " + Sentences.joined(names);
  }

  /** By main artist: how well known the artist's best known track of that style is. */
  private Map<Integer, Double> standings(int style) {
    var relation = group.relation(Aspect.TRACKS);
    Map<Integer, Double> standings = new HashMap<>();
    for (int track = 0; track < group.trackCount(); track++) {
      int artist = group.track(track).mainArtist();
      double standing = artist < 0 ? 0 : relation.standing(track, style);
      if (standing > 0) {
        standings.merge(artist, standing, Math::max);
      }
    }
    return standings;
  }
}
