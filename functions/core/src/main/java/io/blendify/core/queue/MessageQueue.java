package io.blendify.core.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Sends ids to queues. A message carries one id as its whole body, and beside it the id of the
 * {@link io.blendify.core.watch.Trail} on which it is sent.
 */
public interface MessageQueue {

  /** The longest delay that a message can have; for more, the row waits and not the message. */
  Duration MAX_DELAY = Duration.ofMinutes(15);

  /**
   * Sends each id as one message, at least once.
   *
   * @param delay at most {@link #MAX_DELAY}
   * @return the ids that the queue refused or that may not have arrived; empty when all was well
   */
  Set<UUID> send(QueueName queue, Collection<UUID> ids, Duration delay);
}
