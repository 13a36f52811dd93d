package io.blendify.core.blend;

import io.blendify.core.population.Place;
import org.jspecify.annotations.Nullable;

/**
 * What members have in common where they do not share a thing: how much each listens to every style
 * of music, and for two of them the sum over styles of √(a · b), the affinity of Bhattacharyya
 * 1943.
 *
 * <p>Not a cosine: a thing more on either side can only raise it, and its summands are its
 * explanation. A well-known thing says less of a style than a rare one.
 */
final class Relation {

  private final double weight;
  private final Likes[] likes;
  private final @Nullable Place[] places;
  private final double[] speaks;
  private final double[][] roots;

  private Relation(
      double weight, Likes[] likes, @Nullable Place[] places, double[] speaks, int styles) {
    this.weight = weight;
    this.likes = likes;
    this.places = places;
    this.speaks = speaks;
    this.roots = new double[likes.length][styles];
    if (styles > 0) {
      for (int member = 0; member < likes.length; member++) {
        fill(roots[member], likes[member]);
      }
    }
  }

  static Relation of(Aspect aspect, Group group) {
    var landscape = group.landscape(aspect);
    var vocabulary = group.vocabulary(aspect);
    var places = new Place[landscape.styles().isEmpty() ? 0 : vocabulary.size()];
    var speaks = new double[places.length];
    for (int id = 0; id < places.length; id++) {
      places[id] = landscape.places().get(vocabulary.key(id));
      speaks[id] = Math.sqrt(group.rarities(aspect).of(id));
    }
    var likes = group.members().stream().map(m -> m.scored().of(aspect)).toArray(Likes[]::new);
    return new Relation(aspect.relation(), likes, places, speaks, landscape.styles().size());
  }

  private void fill(double[] into, Likes of) {
    for (int i = 0; i < of.size(); i++) {
      int id = of.ids[i];
      var place = places[id];
      if (place != null) {
        double mass = of.weights[i] * speaks[id];
        for (int s = 0; s < place.styles().length; s++) {
          into[place.styles()[s]] += mass * place.shares()[s];
        }
      }
    }
    for (int style = 0; style < into.length; style++) {
      into[style] = Math.sqrt(into[style]);
    }
  }

  /** How well known a thing is, by how much of it belongs to the style. */
  double standing(int id, int style) {
    var place = places.length == 0 ? null : places[id];
    for (int i = 0; place != null && i < place.styles().length; i++) {
      if (place.styles()[i] == style) {
        return place.listeners() * place.shares()[i];
      }
    }
    return 0;
  }

  /** What each style gives to the match of two members. */
  double[] of(int first, int second) {
    var gives = new double[roots[first].length];
    for (int style = 0; style < gives.length; style++) {
      gives[style] = weight * roots[first][style] * roots[second][style];
    }
    return gives;
  }

  /** How many styles are told apart. */
  int styles() {
    return roots.length == 0 ? 0 : roots[0].length;
  }

  /**
   * Adds by how much each style gives more to the match of two members where one of them listens a
   * little more to it.
   *
   * @param worth of the match
   */
  void addSlopes(int one, int other, double worth, double[] to) {
    for (int style = 0; style < to.length; style++) {
      double root = roots[one][style];
      to[style] += root > 0 ? worth * weight * roots[other][style] / (2 * root) : 0;
    }
  }

  /**
   * Adds by how much each thing of a member moves what these slopes are of, were it seen a little
   * more often.
   */
  void addInfluence(int member, double[] slopes, double[] to) {
    var of = likes[member];
    for (int i = 0; i < of.size(); i++) {
      int id = of.ids[i];
      var place = places[id];
      if (place != null) {
        double mass = of.weights[i] * speaks[id];
        for (int s = 0; s < place.styles().length; s++) {
          to[id] += slopes[place.styles()[s]] * mass * place.shares()[s];
        }
      }
    }
  }
}
