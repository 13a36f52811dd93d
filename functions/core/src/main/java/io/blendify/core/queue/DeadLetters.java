package io.blendify.core.queue;

import java.util.List;

/** What the queues hold, and what none of their workers could work on. */
public interface DeadLetters {

  /** Every queue that this process knows. */
  List<Backlog> backlogs();

  /**
   * Puts a queue's dead letters back, each to be delivered anew. They move in the background; none
   * is lost where that stops half-way.
   *
   * @throws IllegalArgumentException where the queue is not known, or keeps no dead letters
   */
  void redrive(QueueName queue);

  /**
   * How much waits; the numbers are approximate, as queues count.
   *
   * @param waiting to be delivered, delayed ones included
   * @param inFlight being worked on
   * @param dead given up
   */
  record Backlog(QueueName queue, long waiting, long inFlight, long dead) {}
}
