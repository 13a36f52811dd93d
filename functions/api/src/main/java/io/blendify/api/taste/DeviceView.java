package io.blendify.api.taste;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.taste.Device;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Something that one listens on.
 *
 * @param device as the source of the plays names it
 * @param plays how many are known
 */
@Serdeable
public record DeviceView(
    String device,
    long plays,
    @JsonProperty("first_played_at") Instant firstPlayedAt,
    @JsonProperty("last_played_at") Instant lastPlayedAt) {

  static DeviceView of(Device row) {
    return new DeviceView(row.device(), row.plays(), row.firstPlayedAt(), row.lastPlayedAt());
  }
}
