package io.blendify.aws;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.core.watch.Trail;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
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
    var attributes = attributes(Trail.here());
    var distinct = List.copyOf(new LinkedHashSet<>(ids));
    if (distinct.size() <= BATCH) {
      return distinct.isEmpty()
          ? Set.of()
          : sendBatch(queue, url, entries(distinct, delay, attributes));
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
                    return sendBatch(queue, url, entries(batch, delay, attributes));
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

  private Set<UUID> sendBatch(
      QueueName queue, String url, List<SendMessageBatchRequestEntry> entries) {
    try {
      var answer = client.get().sendMessageBatch(r -> r.queueUrl(url).entries(entries));
      if (answer.hasFailed() && !answer.failed().isEmpty()) {
        LOG.warn(
            "{} refused {} of {} ids: {}",
            queue,
            answer.failed().size(),
            entries.size(),
            codes(answer.failed()));
      }
      return ids(answer.failed().stream().map(BatchResultErrorEntry::id));
    } catch (SdkException e) {
      LOG.warn("{} ids may not have arrived at {}: {}", entries.size(), queue, e.toString());
      return ids(entries.stream().map(SendMessageBatchRequestEntry::id));
    }
  }

  private static Set<UUID> ids(Stream<String> texts) {
    return texts.map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
  }

  private static List<SendMessageBatchRequestEntry> entries(
      List<UUID> ids, Duration delay, Map<String, MessageAttributeValue> attributes) {
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
              .messageAttributes(attributes)
              .build());
    }
    return entries;
  }

  private static Map<String, MessageAttributeValue> attributes(Trail trail) {
    var id = trail.correlationId();
    return id == null
        ? Map.of()
        : Map.of(
            Trail.CORRELATION_ID,
            MessageAttributeValue.builder().dataType("String").stringValue(id).build());
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
