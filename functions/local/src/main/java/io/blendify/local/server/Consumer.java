package io.blendify.local.server;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * What an event source mapping does on AWS: takes messages off one queue, hands them to the handler
 * as one event, deletes those that did not fail.
 */
final class Consumer implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Consumer.class);

  private final SqsClient client;
  private final String queue;
  private final String url;
  private final RequestHandler<SQSEvent, SQSBatchResponse> handler;

  Consumer(
      SqsClient client,
      String queue,
      String url,
      RequestHandler<SQSEvent, SQSBatchResponse> handler) {
    this.client = client;
    this.queue = queue;
    this.url = url;
    this.handler = handler;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        var messages = receive();
        if (!messages.isEmpty()) {
          deliver(messages);
        }
      } catch (SdkException e) {
        if (Thread.currentThread().isInterrupted() || !pause()) {
          return;
        }
        LOG.warn("queue {}: {}", queue, e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("queue {}: the whole batch comes back", queue, e);
      }
    }
  }

  private List<Message> receive() {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(2)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void deliver(List<Message> messages) {
    var event = new SQSEvent();
    event.setRecords(messages.stream().map(this::record).toList());
    var response = handler.handleRequest(event, new LocalContext(queue));
    var failed =
        response.getBatchItemFailures().stream()
            .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
            .collect(Collectors.toSet());
    var done = messages.stream().filter(message -> !failed.contains(message.messageId())).toList();
    if (!done.isEmpty()) {
      client.deleteMessageBatch(
          batch -> batch.queueUrl(url).entries(done.stream().map(Consumer::deletion).toList()));
    }
  }

  private SQSEvent.SQSMessage record(Message message) {
    var record = new SQSEvent.SQSMessage();
    record.setMessageId(message.messageId());
    record.setReceiptHandle(message.receiptHandle());
    record.setBody(message.body());
    record.setMd5OfBody(message.md5OfBody());
    record.setAttributes(message.attributesAsStrings());
    record.setMessageAttributes(attributes(message));
    record.setEventSource("aws:sqs");
    record.setEventSourceArn("arn:aws:sqs:eu-central-1:000000000000:" + queue);
    record.setAwsRegion("eu-central-1");
    return record;
  }

  private static Map<String, SQSEvent.MessageAttribute> attributes(Message message) {
    var attributes = new HashMap<String, SQSEvent.MessageAttribute>();
    message
        .messageAttributes()
        .forEach(
            (name, value) -> {
              var attribute = new SQSEvent.MessageAttribute();
              attribute.setDataType(value.dataType());
              attribute.setStringValue(value.stringValue());
              attributes.put(name, attribute);
            });
    return attributes;
  }

  private static DeleteMessageBatchRequestEntry deletion(Message message) {
    return DeleteMessageBatchRequestEntry.builder()
        .id(message.messageId())
        .receiptHandle(message.receiptHandle())
        .build();
  }

  private static boolean pause() {
    try {
      Thread.sleep(500);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
