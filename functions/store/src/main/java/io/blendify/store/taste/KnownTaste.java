package io.blendify.store.taste;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a person's taste, to be shown.
 *
 * @param profile JSON of a {@link io.blendify.core.taste.TasteProfile}
 */
@MappedEntity
public record KnownTaste(@Id UUID userId, String profile, Instant builtAt) {}
