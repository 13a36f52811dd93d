package io.blendify.store.history;

import io.blendify.store.catalog.ItemVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list or a set.
 *
 * @param place in the provider's order, unique in a run; only the order counts
 * @param item null where the place is taken by something no longer available
 * @param since when it was added, saved or followed; null where the provider does not say
 * @param providerVersion of a playlist: names the state of its content
 */
public record Entry(
    int place,
    @Nullable ItemVersion item,
    @Nullable Instant since,
    @Nullable String addedBy,
    @Nullable String providerVersion) {}
