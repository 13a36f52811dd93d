package io.blendify.api.blending;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.store.blend.BlendRefresh;
import io.blendify.store.blend.BlendRefreshes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
    if (queue.send(QueueName.BLENDS, List.of(id), Duration.ZERO).isEmpty()) {
      refreshes.sent(id, clock.instant());
    }
    return refreshes.find(id).orElseThrow();
  }
}
