package io.blendify.api.taste;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.outlook.FoundPerson;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who listens alike.
 *
 * @param score what a blend of the two scores now, 0 to 100
 * @param because names of the artists that bring most of it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record NeighbourView(
    @JsonProperty("display_name") String displayName,
    @JsonProperty("avatar_url") @Nullable String avatarUrl,
    double score,
    @JsonProperty("interval_low") double intervalLow,
    @JsonProperty("interval_high") double intervalHigh,
    List<String> because) {

  static NeighbourView of(FoundPerson found) {
    return new NeighbourView(
        found.name(), found.avatarUrl(), found.score(), found.low(), found.high(), found.shared());
  }
}
