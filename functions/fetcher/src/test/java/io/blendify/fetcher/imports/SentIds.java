package io.blendify.fetcher.imports;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps what was sent. */
@Singleton
@Replaces(MessageQueue.class)
@Requires(property = "imports.fakes")
final class SentIds implements MessageQueue {

  final List<String> sent = new ArrayList<>();

  @Override
  public Set<UUID> send(QueueName queue, Collection<UUID> ids, Duration delay) {
    ids.forEach(id -> sent.add(queue + " " + id));
    return Set.of();
  }
}
