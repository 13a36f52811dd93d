package io.blendify.api.paging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a listing that is sorted by time, newest first, goes on. */
public record Place(Instant at, UUID id) {

  /** PostgreSQL's own end of time is no instant. */
  private static final Place BEGINNING =
      new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  /**
   * @param parts from a cursor; null for the first page
   */
  public static Place of(@Nullable List<String> parts) {
    return parts == null
        ? BEGINNING
        : new Place(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
  }

  public List<String> parts() {
    return List.of(at.toString(), id.toString());
  }
}
