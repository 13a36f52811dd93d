package io.blendify.core.blend;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One value for each aspect. */
final class ByAspect<T> {

  private final List<T> values;

  private ByAspect(List<T> values) {
    this.values = values;
  }

  static <T> ByAspect<T> of(Function<Aspect, T> value) {
    return new ByAspect<>(Arrays.stream(Aspect.values()).map(value).toList());
  }

  T get(Aspect aspect) {
    return values.get(aspect.ordinal());
  }
}
