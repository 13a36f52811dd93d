package io.blendify.blend;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An event of SQS as Lambda sends it, as far as it is used here, and the answer to it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">the event</a>
 */
final class SqsJson {

  private SqsJson() {}

  /** Throws IOException where it is no event of SQS: the whole batch comes again. */
  static SQSEvent read(InputStream event, JsonMapper json) throws IOException {
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
      messages.add(message);
    }
    var read = new SQSEvent();
    read.setRecords(messages);
    return read;
  }

  static void write(SQSBatchResponse response, OutputStream answer, JsonMapper json)
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
