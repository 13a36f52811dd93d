package io.blendify.fetcher;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A queue that keeps what was sent until a test delivers it, and refuses or dies when told to. */
@Singleton
@Primary
@Requires(property = "fetcher.fakes", missingProperty = "fetcher.real-queue")
final class FakeQueue implements MessageQueue {

  record Sent(QueueName queue, UUID id, Duration delay) {}

  final List<Sent> sent = new ArrayList<>();
  boolean refuses;

  /** Dies when so many sends have gone well; never if negative. */
  int diesAfter = -1;

  @Override
  public Set<UUID> send(QueueName queue, Collection<UUID> ids, Duration delay) {
    if (diesAfter-- == 0) {
      throw new IllegalStateException("killed while sending");
    }
    if (refuses) {
      return Set.copyOf(ids);
    }
    ids.forEach(id -> sent.add(new Sent(queue, id, delay)));
    return Set.of();
  }

  List<UUID> idsOn(QueueName queue) {
    return sent.stream().filter(one -> one.queue().equals(queue)).map(Sent::id).toList();
  }

  void reset() {
    sent.clear();
    refuses = false;
    diesAfter = -1;
  }
}
