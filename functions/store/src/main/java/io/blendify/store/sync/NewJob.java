package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.ListingState;
import io.blendify.core.sync.Trigger;
import java.util.UUID;

/**
 * A job to be written.
 *
 * @param parameters a JSON object
 */
public record NewJob(
    UUID id,
    UUID userId,
    UUID connectionId,
    ProviderId provider,
    String resource,
    String listKey,
    Trigger trigger,
    String parameters) {

  static NewJob of(ListingState listing, Trigger trigger) {
    var key = listing.key();
    return new NewJob(
        UUID.randomUUID(),
        listing.userId(),
        key.connectionId(),
        listing.provider(),
        key.resource().label(),
        key.listKey(),
        trigger,
        "{}");
  }
}
