package io.blendify.store.operations;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Listings of one resource that stand alike.
 *
 * @param reason why they are not current; null where they are, or were never read
 * @param overdue how many of them should have been begun already
 * @param oldestDue null where none is overdue
 * @param gaps how many miss plays for good
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record ListingCount(
    String provider,
    String resource,
    @Nullable String reason,
    long listings,
    long overdue,
    @Nullable Instant oldestDue,
    long gaps) {}
