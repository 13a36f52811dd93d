package io.blendify.api.user;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** With what somebody signs in. */
@Serdeable
public record Credentials(
    @Schema(example = "ada@example.com") @NotBlank @Size(max = 254) String email,
    @Schema(example = "a long sentence that I remember") @NotNull @Size(max = 200)
        String password) {

  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
