package io.blendify.sandbox.spotify;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.BiFunction;

/**
 * A list whose elements are made when they are asked for: a page of a long library costs a page.
 */
final class Lazily<T, R> extends AbstractList<R> implements RandomAccess {

  private final List<T> from;
  private final BiFunction<Integer, T, R> make;

  private Lazily(List<T> from, BiFunction<Integer, T, R> make) {
    this.from = from;
    this.make = make;
  }

  /**
   * @param make gets the index, from 0, and the element
   */
  static <T, R> List<R> each(List<T> from, BiFunction<Integer, T, R> make) {
    return new Lazily<>(from, make);
  }

  @Override
  public R get(int index) {
    return make.apply(index, from.get(index));
  }

  @Override
  public int size() {
    return from.size();
  }
}
