package io.blendify.store.outlook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who listens alike.
 *
 * @param name as they call themselves now; empty where it is not asked for
 * @param score of a blend of the two, 0 to 100
 * @param shared names of the artists that brought most of it
 */
public record FoundPerson(
    UUID userId,
    String name,
    @Nullable String avatarUrl,
    double score,
    double low,
    double high,
    List<String> shared) {

  public FoundPerson {
    shared = List.copyOf(shared);
  }
}
