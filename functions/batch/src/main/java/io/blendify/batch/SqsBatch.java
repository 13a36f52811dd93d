package io.blendify.batch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.blendify.core.watch.Metrics;
import io.blendify.core.watch.Trail;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A batch of messages as Lambda hands it over, as far as it is used here, and the answer to it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">the event</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial
 *     batch responses</a>
 */
public final class SqsBatch {

  private static final Logger LOG = LoggerFactory.getLogger(SqsBatch.class);

  private SqsBatch() {}

  /**
   * Works off one message after the other, each on the trail on which it was sent. A message fails
   * alone: it comes again, at last to the dead letters.
   *
   * @param context null outside Lambda
   * @param work false, or an exception, where the message is to come again
   * @return which failed
   */
  public static SQSBatchResponse work(
      SQSEvent event, @Nullable Context context, Metrics metrics, Predicate<SQSMessage> work) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(message -> !trail(message, context).call(() -> done(message, metrics, work)))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private static boolean done(SQSMessage message, Metrics metrics, Predicate<SQSMessage> work) {
    try {
      return work.test(message);
    } catch (RuntimeException e) {
      LOG.error("message {} failed", message.getMessageId(), e);
      return false;
    } finally {
      metrics.flush();
    }
  }

  /** Goes on with the trail on which the message was sent; where there was none, one begins. */
  private static Trail trail(SQSMessage message, @Nullable Context context) {
    var attributes = message.getMessageAttributes();
    var given = attributes == null ? null : attributes.get(Trail.CORRELATION_ID);
    return Trail.of(given == null ? null : given.getStringValue(), message.getMessageId())
        .with("function_request_id", context == null ? null : context.getAwsRequestId())
        .with("message_id", message.getMessageId());
  }

  /** Throws IOException where it is no event of SQS: the whole batch comes again. */
  public static SQSEvent read(InputStream event, JsonMapper json) throws IOException {
    var records = json.readValue(event, JsonNode.class).get("Records");
    if (records == null || !records.isArray()) {
      throw new IOException("not an event of SQS: it has no Records");
    }
    var messages = new ArrayList<SQSMessage>();
    for (var record : records.values()) {
      var message = new SQSMessage();
      message.setMessageId(text(record, "messageId"));
      message.setBody(text(record, "body"));
      message.setEventSourceArn(text(record, "eventSourceARN"));
      message.setMessageAttributes(attributes(record));
      messages.add(message);
    }
    var read = new SQSEvent();
    read.setRecords(messages);
    return read;
  }

  /** The only attribute that is used here, if it is there. */
  private static Map<String, MessageAttribute> attributes(JsonNode record) {
    var all = record.get("messageAttributes");
    var one = all == null ? null : all.get(Trail.CORRELATION_ID);
    var value = one == null ? null : one.get("stringValue");
    if (value == null || !value.isString()) {
      return Map.of();
    }
    var attribute = new MessageAttribute();
    attribute.setDataType("String");
    attribute.setStringValue(value.getStringValue());
    return Map.of(Trail.CORRELATION_ID, attribute);
  }

  public static void write(SQSBatchResponse response, OutputStream answer, JsonMapper json)
      throws IOException {
    List<JsonNode> failures =
        response.getBatchItemFailures().stream()
            .map(failure -> JsonNode.createStringNode(failure.getItemIdentifier()))
            .map(id -> JsonNode.createObjectNode(Map.of("itemIdentifier", id)))
            .toList();
    json.writeValue(
        answer,
        JsonNode.createObjectNode(Map.of("batchItemFailures", JsonNode.createArrayNode(failures))));
  }

  private static String text(JsonNode record, String name) throws IOException {
    var value = record.get(name);
    if (value == null || !value.isString()) {
      throw new IOException("not an event of SQS: a record has no " + name);
    }
    return value.getStringValue();
  }
}
