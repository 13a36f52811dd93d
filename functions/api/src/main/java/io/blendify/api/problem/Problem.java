package io.blendify.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.core.watch.Trail;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 describes it.
 *
 * @param type which kind of problem; clients switch on it
 * @param title the same for every problem of the type
 * @param detail about this one; never anything from inside the system
 * @param instance the path that was asked for
 * @param requestId names the request in our logs, for whoever asks about it
 * @param errors which parts of the request are wrong; empty where it is not about parts
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "An error, as application/problem+json (RFC 9457)")
public record Problem(
    @Schema(example = "/problems/invalid-request") URI type,
    @Schema(example = "Something in the request is missing or out of bounds") String title,
    @Schema(example = "400") int status,
    @Nullable String detail,
    @Schema(example = "/v1/users") @Nullable String instance,
    @Schema(example = "JKJaXmPLvHcESHA=") @JsonProperty("request_id") @Nullable String requestId,
    List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** One part of a request that is wrong. */
  @Serdeable
  public record FieldError(
      @Schema(example = "email") String field,
      @Schema(example = "must be a well-formed email address") String message) {}

  public static Problem of(ProblemType type, @Nullable String detail, @Nullable String instance) {
    return of(type, detail, instance, List.of());
  }

  public static Problem of(
      ProblemType type,
      @Nullable String detail,
      @Nullable String instance,
      List<FieldError> errors) {
    var request = Trail.here().correlationId();
    return new Problem(
        type.uri(), type.title(), type.status().getCode(), detail, instance, request, errors);
  }
}
