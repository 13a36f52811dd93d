package io.blendify.store.outlook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who agreed to be found.
 *
 * @param resources labels of what they let themselves be compared by, ascending
 */
public record FindablePerson(UUID userId, String name, List<String> resources, Instant agreedAt) {

  public FindablePerson {
    resources = List.copyOf(resources);
  }
}
