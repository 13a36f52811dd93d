package io.blendify.core.blend;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What somebody's artists say of the genres that they like. */
final class Genres {

  /** A genre of an artist is a weaker sign of taste than the artist. */
  private static final double OF_ARTIST = 0.5;

  private Genres() {}

  /**
   * The same member with genres.
   *
   * @param genres by artist
   * @param count how many genres there are
   */
  static Member of(Member member, int[][] genres, int count) {
    var scored = withGenres(member.scored(), genres, count);
    return new Member(
        member.userId(),
        member.name(),
        member.weight(),
        scored,
        member.mixed() == member.scored() ? scored : withGenres(member.mixed(), genres, count),
        member.library());
  }

  private static View withGenres(View view, int[][] genres, int count) {
    var missed = new double[count];
    Arrays.fill(missed, 1);
    var artists = view.of(Aspect.ARTISTS);
    for (int i = 0; i < artists.size(); i++) {
      var known = genres[artists.ids[i]];
      double sign = OF_ARTIST * artists.weights[i] / Math.sqrt(Math.max(1, known.length));
      for (int genre : known) {
        missed[genre] *= 1 - sign;
      }
    }
    for (int genre = 0; genre < count; genre++) {
      missed[genre] = 1 - missed[genre];
    }
    Map<Aspect, Likes> likes = new EnumMap<>(view.likes());
    likes.put(Aspect.GENRES, Likes.of(IntStream.range(0, count).toArray(), missed, count));
    return new View(likes, view.sources());
  }
}
