package io.blendify.store.people;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param email lower case; null for who signed up by connecting an account
 * @param passwordHash null likewise
 */
@MappedEntity("users")
public record UserRow(
    @Id UUID id,
    @Nullable String email,
    String displayName,
    @Nullable String passwordHash,
    @Nullable String avatarUrl,
    Instant createdAt) {

  @Override
  public String toString() {
    return "UserRow[" + id + "]";
  }
}
