package io.blendify.api;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Remembers what was sent; refuses everything when it is told to be down. */
public final class FakeQueue implements MessageQueue {

  private final List<Sent> sent = new ArrayList<>();
  private boolean down;

  /** One id on one queue. */
  public record Sent(QueueName queue, UUID id) {}

  @Override
  public synchronized Set<UUID> send(QueueName queue, Collection<UUID> ids, Duration delay) {
    if (down) {
      return Set.copyOf(ids);
    }
    ids.forEach(id -> sent.add(new Sent(queue, id)));
    return Set.of();
  }

  public synchronized List<UUID> sentTo(QueueName queue) {
    return sent.stream().filter(s -> s.queue().equals(queue)).map(Sent::id).toList();
  }

  public synchronized List<Sent> all() {
    return List.copyOf(sent);
  }

  public synchronized void down(boolean down) {
    this.down = down;
  }

  public synchronized void clear() {
    sent.clear();
  }
}
