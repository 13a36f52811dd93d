package io.blendify.core.blend;

import io.blendify.core.population.Landscape;
import io.blendify.core.population.Percentiles;
import java.util.List;

/**
 * The members of a blend over one vocabulary, in the order of their ids, so that nothing depends on
 * the order in which they were given.
 */
public final class Group {

  /**
   * @param recording identity across providers
   * @param artists ids in the artists' vocabulary, main artist first; empty where none is known
   * @param offered the description under which it is offered though nobody has it; otherwise 0
   * @param title hash code of what it is called, the same in every database
   */
  record Track(long recording, boolean explicit, int[] artists, long offered, int title) {
    int mainArtist() {
      return artists.length == 0 ? -1 : artists[0];
    }

    /** The same where the artists have other numbers. */
    Track by(int[] renumbered) {
      var other = new int[artists.length];
      for (int i = 0; i < other.length; i++) {
        other[i] = renumbered[artists[i]];
      }
      return new Track(recording, explicit, other, offered, title);
    }
  }

  private final List<Member> members;
  private final Things things;
  private final ByAspect<Rarities> rarities;
  private final int[][] genresOfArtists;
  private final ByAspect<Relation> relations;
  private final Background background;
  private final Expectations expectations;

  Group(List<Member> members, Things things, Background background, int[][] genresOfArtists) {
    this.members = List.copyOf(members);
    this.things = things;
    this.genresOfArtists = genresOfArtists;
    this.background = background;
    this.rarities = ByAspect.of(aspect -> things.vocabulary(aspect).rarities(background));
    this.expectations = new Expectations(this);
    this.relations = ByAspect.of(aspect -> Relation.of(aspect, this));
  }

  List<Member> members() {
    return members;
  }

  public int size() {
    return members.size();
  }

  Vocabulary vocabulary(Aspect aspect) {
    return things.vocabulary(aspect);
  }

  Names artists() {
    return things.artists();
  }

  Tracks tracks() {
    return things.tracks();
  }

  Rarities rarities(Aspect aspect) {
    return rarities.get(aspect);
  }

  Expectations expectations() {
    return expectations;
  }

  /** How many tracks there are, offered ones too. */
  int trackCount() {
    return things.tracks().size();
  }

  Relation relation(Aspect aspect) {
    return relations.get(aspect);
  }

  Landscape landscape(Aspect aspect) {
    return background.landscape(aspect);
  }

  /** In words: {@code "music like Nina Simone, Etta James and Odetta"}. */
  String style(Aspect aspect, int style) {
    return new StyleNames(this).of(aspect, style);
  }

  Percentiles percentiles() {
    return background.percentiles();
  }

  /** By id in the tracks' vocabulary. */
  Track track(int id) {
    return things.tracks().get(id);
  }

  /** Ids in the genres' vocabulary, by id in the artists' vocabulary. */
  int[] genresOf(int artist) {
    return genresOfArtists[artist];
  }
}
