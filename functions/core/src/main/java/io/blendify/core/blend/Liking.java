package io.blendify.core.blend;

/**
 * How much a member can be expected to like a track, 0 to 1: what is in the own library as much as
 * it says, everything else by its artists and their genres.
 */
final class Liking {

  /** A song not known of an artist who is liked, against liking the song. */
  private static final double BY_ARTIST = 0.5;

  /** The same where only the artist's genres are liked. */
  private static final double BY_GENRE = 0.2;

  private Liking() {}

  /** 0 where the member does not have it. */
  static double known(Member member, int track) {
    return member.mixed().of(Aspect.TRACKS).weight(track);
  }

  /** The same, or what can be expected where the member does not have it. */
  static double any(Group group, int place, int track) {
    double known = known(group.members().get(place), track);
    return known > 0 ? known : unknown(group, place, track);
  }

  static double unknown(Group group, int place, int track) {
    var member = group.members().get(place);
    double liking = group.expectations().of(place, track);
    double share = 1;
    for (int artist : group.track(track).artists()) {
      liking = Math.max(liking, share * ofArtist(group, member, artist));
      share = 0.5; // a guest tells less of a song than who made it
    }
    return liking;
  }

  private static double ofArtist(Group group, Member member, int artist) {
    double byArtist = BY_ARTIST * member.mixed().of(Aspect.ARTISTS).weight(artist);
    var genres = group.genresOf(artist);
    var liked = member.mixed().of(Aspect.GENRES);
    double sum = 0;
    for (int genre : genres) {
      sum += liked.weight(genre);
    }
    return Math.max(byArtist, BY_GENRE * sum / Math.max(1, genres.length));
  }
}
