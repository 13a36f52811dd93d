package io.blendify.core.blend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What may be used of one member's taste for one purpose. */
record View(Map<Aspect, Likes> likes, List<String> sources) {

  Likes of(Aspect aspect) {
    return Objects.requireNonNullElse(likes.get(aspect), Likes.NONE);
  }

  /** Whether nothing at all is known. */
  boolean isEmpty() {
    return likes.values().stream().allMatch(Likes::isEmpty);
  }

  View renumbered(ByAspect<int[]> numbers) {
    Map<Aspect, Likes> renumbered = new EnumMap<>(Aspect.class);
    likes.forEach((aspect, of) -> renumbered.put(aspect, of.renumbered(numbers.get(aspect))));
    return new View(renumbered, sources);
  }
}
