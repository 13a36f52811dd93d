package io.blendify.migrate;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.Objects;

/**
 * What CloudFormation is told about one request.
 *
 * @param status {@code SUCCESS} or {@code FAILED}
 * @param reason why it failed, at most 1,000 characters; the whole answer may have 4,096 bytes
 */
@Serdeable
record Answer(
    @JsonProperty("Status") String status,
    @JsonProperty("Reason") String reason,
    @JsonProperty("PhysicalResourceId") String physicalResourceId,
    @JsonProperty("StackId") String stackId,
    @JsonProperty("RequestId") String requestId,
    @JsonProperty("LogicalResourceId") String logicalResourceId,
    @JsonProperty("Data") Map<String, String> data) {

  private static final int MAX_REASON = 1_000;

  static Answer success(CloudFormationCustomResourceEvent event, String version) {
    return of(event, "SUCCESS", "", Map.of("SchemaVersion", version));
  }

  static Answer failed(CloudFormationCustomResourceEvent event, String reason) {
    var line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return of(event, "FAILED", line.substring(0, Math.min(line.length(), MAX_REASON)), Map.of());
  }

  private static Answer of(
      CloudFormationCustomResourceEvent event,
      String status,
      String reason,
      Map<String, String> data) {
    return new Answer(
        status,
        reason,
        Objects.requireNonNullElse(event.getPhysicalResourceId(), "blendify-schema"),
        event.getStackId(),
        event.getRequestId(),
        event.getLogicalResourceId(),
        data);
  }
}
