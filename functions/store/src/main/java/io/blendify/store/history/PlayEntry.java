package io.blendify.store.history;

import io.blendify.store.catalog.ItemVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One play to be written.
 *
 * @param msPlayed not negative; null where the source does not say
 * @param contextUri what it was played from; null where the source does not say
 * @param device what it was played on; null where the source does not say
 */
public record PlayEntry(
    ItemVersion item,
    Instant playedAt,
    @Nullable Integer msPlayed,
    @Nullable String contextUri,
    @Nullable String device) {}
