package io.blendify.store.operations;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the installation's app stands at a provider.
 *
 * @param connections that can be synced
 * @param toReconnect that wait for their people
 * @param disabled that the operator switched off
 * @param consentsEnding whose consent ends within two weeks
 * @param pausedUntil until when nobody may call; null where that is allowed
 * @param spentToday calls that were counted today, where there is a budget
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record ProviderState(
    String provider,
    long connections,
    long toReconnect,
    long disabled,
    long consentsEnding,
    @Nullable Instant pausedUntil,
    @Nullable String pauseReason,
    int spentToday) {}
