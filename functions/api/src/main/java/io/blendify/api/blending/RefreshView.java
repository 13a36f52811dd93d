package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.blend.BlendRefresh;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One computation of a blend.
 *
 * @param seed with it and the same data, the same blend comes out
 * @param waitingFor ids of people without data yet
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RefreshView(
    UUID id,
    @Schema(
            allowableValues = {
              "pending",
              "running",
              "completed",
              "past",
              "waiting",
              "failed",
              "withdrawn"
            })
        String status,
    String seed,
    @JsonProperty("waiting_for") List<String> waitingFor,
    @JsonProperty("requested_at") Instant requestedAt,
    @JsonProperty("finished_at") @Nullable Instant finishedAt,
    @Schema(description = "Of which past moment the score is; null: of now") @JsonProperty("as_of")
        @Nullable Instant asOf) {

  static RefreshView of(BlendRefresh refresh) {
    return new RefreshView(
        refresh.id(),
        refresh.status(),
        String.valueOf(refresh.seed()),
        refresh.waitingFor(),
        refresh.requestedAt(),
        refresh.finishedAt(),
        refresh.asOf());
  }
}
