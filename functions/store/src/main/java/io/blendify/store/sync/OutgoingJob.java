package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import java.util.UUID;

/** A job whose message is to be sent to its provider's queue. */
public record OutgoingJob(UUID id, ProviderId provider) {}
