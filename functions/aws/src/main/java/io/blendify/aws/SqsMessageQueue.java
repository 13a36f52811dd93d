package io.blendify.aws;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Queues on SQS, whose addresses are {@code blendify.queues.<name>}. Any other queue that a process
 * has takes its place.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>
 */
@Singleton
@Secondary
final class SqsMessageQueue implements MessageQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SqsMessageQueue.class);

  /** What SendMessageBatch takes at most. */
  private static final int BATCH = 10;

  /**
   * So many requests are under way at once: a request takes some milliseconds, whatever it holds.
   */
  private static final int AT_ONCE = 8;

  private final Provider<SqsClient> client;
  private final PropertyResolver settings;

  SqsMessageQueue(Provider<SqsClient> client, PropertyResolver settings) {
    this.client = client;
    this.settings = settings;
  }

  /** Throws IllegalStateException where the queue has no address. */
  @Override
  public Set<UUID> send(QueueName queue, Collection<UUID> ids, Duration delay) {
    if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
      throw new IllegalArgumentException("a message cannot be delayed by " + delay);
    }
    var url = url(queue);
    var distinct = List.copyOf(new LinkedHashSet<>(ids));
    if (distinct.size() <= BATCH) {
      return distinct.isEmpty() ? Set.of() : sendBatch(queue, url, distinct, delay);
    }
    var answers = new ArrayList<Future<Set<UUID>>>();
    var places = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < distinct.size(); from += BATCH) {
        var batch = distinct.subList(from, Math.min(from + BATCH, distinct.size()));
        places.acquireUninterruptibly();
        answers.add(
            threads.submit(
                () -> {
                  try {
                    return sendBatch(queue, url, batch, delay);
                  } finally {
                    places.release();
                  }
                }));
      }
    }
    var failed = new HashSet<UUID>();
    answers.forEach(answer -> failed.addAll(answer.resultNow()));
    return failed;
  }

  private Set<UUID> sendBatch(QueueName queue, String url, List<UUID> ids, Duration delay) {
    try {
      var entries = entries(ids, delay);
      var answer = client.get().sendMessageBatch(r -> r.queueUrl(url).entries(entries));
      if (answer.hasFailed() && !answer.failed().isEmpty()) {
        LOG.warn(
            "{} refused {} of {} ids: {}",
            queue,
            answer.failed().size(),
            ids.size(),
            codes(answer.failed()));
      }
      return answer.failed().stream()
          .map(BatchResultErrorEntry::id)
          .map(UUID::fromString)
          .collect(Collectors.toUnmodifiableSet());
    } catch (SdkException e) {
      LOG.warn("{} ids may not have arrived at {}: {}", ids.size(), queue, e.toString());
      return Set.copyOf(ids);
    }
  }

  private static List<SendMessageBatchRequestEntry> entries(List<UUID> ids, Duration delay) {
    // Whole seconds, rounded up: a message that comes early would find its job still waiting.
    int seconds = Math.toIntExact(delay.plusMillis(999).toSeconds());
    var entries = new ArrayList<SendMessageBatchRequestEntry>(ids.size());
    for (var id : ids) {
      var text = id.toString();
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(text)
              .messageBody(text)
              .delaySeconds(seconds)
              .build());
    }
    return entries;
  }

  private static Set<String> codes(List<BatchResultErrorEntry> failed) {
    return failed.stream().map(BatchResultErrorEntry::code).collect(Collectors.toSet());
  }

  private String url(QueueName queue) {
    return settings
        .getProperty("blendify.queues." + queue.value(), String.class)
        .filter(url -> !url.isBlank())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "BLENDIFY_QUEUES_%s is not set: it must hold the URL of the queue %s"
                        .formatted(
                            queue.value().toUpperCase(Locale.ROOT).replace('-', '_'), queue)));
  }
}
