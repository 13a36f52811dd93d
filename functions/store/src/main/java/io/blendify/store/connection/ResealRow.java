package io.blendify.store.connection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param keyId the primary key of the key set
 * @param doneUntil up to this connection everything is sealed with it
 * @param resealed rows that this took so far
 */
@MappedEntity("token_reseals")
record ResealRow(
    @Id int keyId,
    Instant seenAt,
    @Nullable UUID doneUntil,
    long resealed,
    @Nullable Instant finishedAt) {}
