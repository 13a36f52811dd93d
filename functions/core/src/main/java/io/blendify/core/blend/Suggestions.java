package io.blendify.core.blend;

import java.util.List;
import java.util.UUID;

/** What one member could hear next, from what the population knows. */
public final class Suggestions {

  private Suggestions() {}

  /** Recordings that the member does not have, most expected first. */
  public static List<Long> of(Group group, UUID user, int count) {
    for (int place = 0; place < group.size(); place++) {
      if (group.members().get(place).userId().equals(user)) {
        return group.expectations().best(place, count).stream()
            .map(track -> group.track(track).recording())
            .toList();
      }
    }
    throw new IllegalArgumentException(user + " is not in the group");
  }
}
