package io.blendify.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sample of people listens to, of one kind of thing: a sparse table of people and things.
 *
 * <p>Only things that at least two of them know are in it: nothing that is learnt from it speaks of
 * one person alone. Things are numbered in the order of their keys, so that the same people give
 * the same table in whatever order they came.
 */
public final class Listening {

  private static final int FEWEST_LISTENERS = 2;

  private final List<String> keys;
  private final int[] listeners;
  private final int[][] things;
  private final float[][] weights;

  private Listening(List<String> keys, int[] listeners, int[][] things, float[][] weights) {
    this.keys = List.copyOf(keys);
    this.listeners = listeners;
    this.things = things;
    this.weights = weights;
  }

  /** Takes in one person after another and keeps only numbers. */
  public static final class Builder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> things = new ArrayList<>();
    private final List<float[]> weights = new ArrayList<>();

    /** Weights greater than 0, by key. */
    public Builder add(Map<String, Double> liked) {
      var ids = new int[liked.size()];
      var of = new float[liked.size()];
      int next = 0;
      for (var entry : liked.entrySet()) {
        ids[next] = numbers.computeIfAbsent(entry.getKey(), _ -> numbers.size());
        of[next++] = entry.getValue().floatValue();
      }
      things.add(ids);
      weights.add(of);
      return this;
    }

    public Listening build() {
      return build(Integer.MAX_VALUE);
    }

    /**
     * @param most how many things are kept: those that most people know
     */
    public Listening build(int most) {
      var counts = new int[numbers.size()];
      things.forEach(ids -> Arrays.stream(ids).forEach(id -> counts[id]++));
      var kept =
          numbers.entrySet().stream()
              .filter(entry -> counts[entry.getValue()] >= FEWEST_LISTENERS)
              .sorted(
                  Comparator.<Map.Entry<String, Integer>>comparingInt(
                          entry -> -counts[entry.getValue()])
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(most)
              .sorted(Map.Entry.comparingByKey())
              .toList();
      var renumbered = new int[counts.length];
      Arrays.fill(renumbered, -1);
      var listeners = new int[kept.size()];
      for (int place = 0; place < listeners.length; place++) {
        renumbered[kept.get(place).getValue()] = place;
        listeners[place] = counts[kept.get(place).getValue()];
      }
      var rows = new int[things.size()][];
      var values = new float[things.size()][];
      for (int person = 0; person < rows.length; person++) {
        row(person, renumbered, rows, values);
      }
      return new Listening(kept.stream().map(Map.Entry::getKey).toList(), listeners, rows, values);
    }

    private void row(int person, int[] renumbered, int[][] rows, float[][] values) {
      var ids = things.get(person);
      var of = weights.get(person);
      var order = new ArrayList<Integer>(ids.length);
      for (int i = 0; i < ids.length; i++) {
        if (renumbered[ids[i]] >= 0) {
          order.add(i);
        }
      }
      order.sort(Comparator.comparingInt(i -> renumbered[ids[i]]));
      rows[person] = order.stream().mapToInt(i -> renumbered[ids[i]]).toArray();
      values[person] = new float[order.size()];
      for (int i = 0; i < order.size(); i++) {
        values[person][i] = of[order.get(i)];
      }
    }
  }

  public int people() {
    return things.length;
  }

  /** How many things there are. */
  public int size() {
    return keys.size();
  }

  /** How many times anybody knows any of them. */
  long count() {
    return Arrays.stream(listeners).asLongStream().sum();
  }

  /** How many know a thing that somebody knows, in the mean. */
  double meanRenown() {
    double squares = Arrays.stream(listeners).asDoubleStream().map(count -> count * count).sum();
    return squares / Math.max(1, count());
  }

  public String key(int thing) {
    return keys.get(thing);
  }

  public int listeners(int thing) {
    return listeners[thing];
  }

  /** Numbers of what one person knows, ascending. */
  int[] things(int person) {
    return things[person];
  }

  /** How much the person likes them, in the same order. */
  float[] weights(int person) {
    return weights[person];
  }
}
