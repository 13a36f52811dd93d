package io.blendify.core.blend;

import java.util.List;

/**
 * The members of a blend over one vocabulary, in the order of their ids, so that nothing depends on
 * the order in which they were given.
 */
public final class Group {

  /**
   * @param recording identity across providers
   * @param artists ids in the artists' vocabulary, main artist first; empty where none is known
   */
  record Track(long recording, boolean explicit, int[] artists) {
    int mainArtist() {
      return artists.length == 0 ? -1 : artists[0];
    }
  }

  private final List<Member> members;
  private final ByAspect<Vocabulary> vocabularies;
  private final ByAspect<double[]> rarities;
  private final Track[] tracks;
  private final int[][] genresOfArtists;

  Group(
      List<Member> members,
      ByAspect<Vocabulary> vocabularies,
      Background background,
      Track[] tracks,
      int[][] genresOfArtists) {
    this.members = List.copyOf(members);
    this.vocabularies = vocabularies;
    this.tracks = tracks;
    this.genresOfArtists = genresOfArtists;
    this.rarities = ByAspect.of(aspect -> vocabularies.get(aspect).rarities(aspect, background));
  }

  List<Member> members() {
    return members;
  }

  public int size() {
    return members.size();
  }

  Vocabulary vocabulary(Aspect aspect) {
    return vocabularies.get(aspect);
  }

  double[] rarities(Aspect aspect) {
    return rarities.get(aspect);
  }

  /** By id in the tracks' vocabulary. */
  Track track(int id) {
    return tracks[id];
  }

  /** Ids in the genres' vocabulary, by id in the artists' vocabulary. */
  int[] genresOf(int artist) {
    return genresOfArtists[artist];
  }
}
