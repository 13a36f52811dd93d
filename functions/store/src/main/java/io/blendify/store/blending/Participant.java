package io.blendify.store.blending;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a blend.
 *
 * @param weight in (0, 10]; 1 is the rule
 * @param resources labels of what they consented to, sorted
 */
@Introspected
public record Participant(
    UUID userId,
    String displayName,
    @Nullable String avatarUrl,
    double weight,
    Instant joinedAt,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> resources) {

  public Participant {
    resources = List.copyOf(resources);
  }
}
