package io.blendify.api.blending;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.store.blend.BlendRefresh;
import io.blendify.store.blend.BlendRefreshes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has blends computed: the row first, then its message; the sweep sends what was not sent. */
@Singleton
class BlendWork {

  private final BlendRefreshes refreshes;
  private final MessageQueue queue;
  private final InstantSource clock;

  BlendWork(BlendRefreshes refreshes, MessageQueue queue, InstantSource clock) {
    this.refreshes = refreshes;
    this.queue = queue;
    this.clock = clock;
  }

  /** The computation that will take in what holds now: a new one, or the one that waits already. */
  BlendRefresh ask(UUID blendId) {
    var id = UUID.randomUUID();
    if (refreshes.request(id, blendId, clock.instant()) == 0) {
      return refreshes.findOpen(blendId).or(() -> refreshes.findNewest(blendId)).orElseThrow();
    }
    return send(id);
  }

  /** The computation of the score of a past moment; empty where one for another is under way. */
  Optional<BlendRefresh> ask(UUID blendId, Instant asOf) {
    var id = UUID.randomUUID();
    return refreshes.requestPast(id, blendId, asOf, clock.instant()) == 1
        ? Optional.of(send(id))
        : refreshes.findOpenPast(blendId).filter(open -> asOf.equals(open.asOf()));
  }

  private BlendRefresh send(UUID id) {
    if (queue.send(QueueName.BLENDS, List.of(id), Duration.ZERO).isEmpty()) {
      refreshes.sent(id, clock.instant());
    }
    return refreshes.find(id).orElseThrow();
  }
}
