package io.blendify.scheduler;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Keeps what it is sent; refuses what it is told to refuse, or dies. */
final class FakeQueue implements MessageQueue {

  record Sent(QueueName queue, UUID id) {}

  final List<Sent> sent = new CopyOnWriteArrayList<>();
  volatile Predicate<UUID> refuses = _ -> false;
  volatile boolean dies;

  @Override
  public Set<UUID> send(QueueName queue, Collection<UUID> ids, Duration delay) {
    if (dies) {
      throw new SimulatedCrash();
    }
    ids.stream().filter(refuses.negate()).map(id -> new Sent(queue, id)).forEach(sent::add);
    return Set.copyOf(ids.stream().filter(refuses).toList());
  }

  List<UUID> ids() {
    return sent.stream().map(Sent::id).toList();
  }

  /** The end of the process: an Error, since nothing may handle it. */
  static final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }
}
