package io.blendify.rotate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What the function is invoked with: a step of a rotation by Secrets Manager, or a command by the
 * schedule.
 */
@Serdeable
record Event(
    @JsonProperty("Step") @Nullable String step,
    @JsonProperty("SecretId") @Nullable String secretId,
    @JsonProperty("ClientRequestToken") @Nullable String clientRequestToken,
    @Nullable String command) {}
