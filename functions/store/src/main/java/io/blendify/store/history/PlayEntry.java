package io.blendify.store.history;

import io.blendify.store.catalog.ItemVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One play to be written.
 *
 * @param msPlayed not negative; null where the source does not say
 */
public record PlayEntry(
    ItemVersion item, Instant playedAt, @Nullable Integer msPlayed, @Nullable String contextUri) {}
