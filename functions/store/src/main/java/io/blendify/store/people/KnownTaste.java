package io.blendify.store.people;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * What is known of a person's taste.
 *
 * @param profile JSON of a {@link io.blendify.core.taste.TasteProfile}
 */
@Introspected
public record KnownTaste(String profile, Instant builtAt) {}
