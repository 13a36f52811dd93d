package io.blendify.store.history;

import io.blendify.core.ProviderId;
import java.time.Instant;
import java.util.UUID;

/**
 * On whose behalf facts are written.
 *
 * @param provider through which the facts came
 * @param observedAt the same for all facts of one run, and later than those of the run before
 */
public record Run(UUID jobId, UUID userId, ProviderId provider, Instant observedAt) {}
