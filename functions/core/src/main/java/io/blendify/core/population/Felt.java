package io.blendify.core.population;

/**
 * How much everybody feels for what they know, 0 to 1, from both sides of the table.
 *
 * <p>The square root of the weight against the greatest of the same person: the tenth thing of a
 * list says not much less than the first.
 */
final class Felt {

  private final Listening listening;
  private final float[][] byPerson;
  private final int[][] people;
  private final float[][] byThing;

  Felt(Listening listening) {
    this.listening = listening;
    this.byPerson = new float[listening.people()][];
    this.people = new int[listening.size()][];
    this.byThing = new float[listening.size()][];
    for (int thing = 0; thing < people.length; thing++) {
      people[thing] = new int[listening.listeners(thing)];
      byThing[thing] = new float[listening.listeners(thing)];
    }
    var next = new int[people.length];
    for (int person = 0; person < byPerson.length; person++) {
      byPerson[person] = roots(listening.weights(person));
      var things = listening.things(person);
      for (int i = 0; i < things.length; i++) {
        people[things[i]][next[things[i]]] = person;
        byThing[things[i]][next[things[i]]++] = byPerson[person][i];
      }
    }
  }

  private static float[] roots(float[] weights) {
    float most = 0;
    for (float weight : weights) {
      most = Math.max(most, weight);
    }
    var roots = new float[weights.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (float) Math.sqrt(weights[i] / most);
    }
    return roots;
  }

  Listening listening() {
    return listening;
  }

  /** Numbers of what one person knows, ascending. */
  int[] things(int person) {
    return listening.things(person);
  }

  /** What the person feels for each of {@link #things}. */
  float[] byPerson(int person) {
    return byPerson[person];
  }

  /** Who knows the thing, ascending. */
  int[] people(int thing) {
    return people[thing];
  }

  /** What each of {@link #people} feels for it. */
  float[] byThing(int thing) {
    return byThing[thing];
  }
}
