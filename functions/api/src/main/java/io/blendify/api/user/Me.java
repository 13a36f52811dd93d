package io.blendify.api.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.people.UserRow;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as only they themselves see it.
 *
 * @param email null for who signed up by connecting an account
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Me(
    UUID id,
    @Nullable String email,
    @JsonProperty("display_name") String displayName,
    @JsonProperty("avatar_url") @Nullable String avatarUrl,
    @JsonProperty("created_at") Instant createdAt) {

  static Me of(UserRow user) {
    return new Me(user.id(), user.email(), user.displayName(), user.avatarUrl(), user.createdAt());
  }
}
