package io.blendify.core.blend;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What somebody's artists say of the genres that they like. */
final class Genres {

  /** A genre of an artist is a weaker sign of taste than the artist. */
  private static final double OF_ARTIST = 0.5;

  private Genres() {}

  /**
   * The same member with genres.
   *
   * @param genres by artist
   */
  static Member of(Member member, int[][] genres) {
    return new Member(
        member.userId(),
        member.name(),
        member.weight(),
        withGenres(member.scored(), genres),
        withGenres(member.mixed(), genres),
        member.library());
  }

  private static View withGenres(View view, int[][] genres) {
    Map<Integer, Double> missed = new TreeMap<>();
    var artists = view.of(Aspect.ARTISTS);
    for (int i = 0; i < artists.size(); i++) {
      var known = genres[artists.ids[i]];
      double sign = OF_ARTIST * artists.weights[i] / Math.sqrt(Math.max(1, known.length));
      for (int genre : known) {
        missed.merge(genre, 1 - sign, (a, b) -> a * b);
      }
    }
    missed.replaceAll((_, miss) -> 1 - miss);
    Map<Aspect, Likes> likes = new EnumMap<>(view.likes());
    likes.put(Aspect.GENRES, Likes.of(missed));
    return new View(likes, view.sources());
  }
}
