package io.blendify.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.blendify.core.watch.Metrics;
import io.blendify.core.watch.Sample;
import io.blendify.core.watch.Trail;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqsBatchTest {

  private static final JsonMapper JSON = JsonMapper.createDefault();

  private static final String BATCH =
      """
      {"Records": [
        {"messageId": "m1", "body": "one", "eventSourceARN": "arn:q", "messageAttributes":
          {"correlation_id": {"stringValue": "trail-1", "dataType": "String"}, "other": {}}},
        {"messageId": "m2", "body": "two", "eventSourceARN": "arn:q", "messageAttributes": {}},
        {"messageId": "m3", "body": "three", "eventSourceARN": "arn:q"}]}
      """;

  private final Flushes metrics = new Flushes();

  @Test
  void aMessageFailsAloneAndIsNamedInTheAnswer() throws IOException {
    var worked = new ArrayList<String>();
    var response =
        SqsBatch.work(
            read(BATCH),
            null,
            metrics,
            message -> {
              worked.add(message.getBody());
              if (message.getBody().equals("one")) {
                throw new IllegalStateException("nobody thought of that");
              }
              return message.getBody().equals("three");
            });

    assertThat(worked).containsExactly("one", "two", "three");
    assertThat(metrics.flushes).as("told after each message, whatever became of it").isEqualTo(3);
    var answer = new ByteArrayOutputStream();
    SqsBatch.write(response, answer, JSON);
    assertThat(answer.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
  }

  @Test
  void eachMessageIsWorkedOffOnTheTrailThatItCameOnOrOnItsOwn() throws IOException {
    var trails = new ArrayList<String>();
    SqsBatch.work(
        read(BATCH),
        null,
        metrics,
        message -> {
          trails.add(Trail.here().marks().toString());
          return true;
        });

    assertThat(trails)
        .containsExactly(
            "{correlation_id=trail-1, message_id=m1}",
            "{correlation_id=m2, message_id=m2}",
            "{correlation_id=m3, message_id=m3}");
  }

  @Test
  void whatIsNoBatchIsRefusedWhole() {
    for (var event :
        List.of(
            "{}",
            "{\"Records\": {}}",
            "{\"Records\": [{\"messageId\": \"m1\", \"body\": 7}]}",
            "{\"Records\": [{\"messageId\": \"m1\", \"body\": \"x\"}]}")) {
      assertThatThrownBy(() -> read(event))
          .as(event)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not an event of SQS");
    }
  }

  private static SQSEvent read(String event) throws IOException {
    return SqsBatch.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), JSON);
  }

  private static final class Flushes implements Metrics {

    private int flushes;

    @Override
    public void add(Sample sample) {}

    @Override
    public void flush() {
      flushes++;
    }
  }
}
