package io.blendify.api.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody must tell to have an account. */
@Serdeable
public record SignUp(
    @Schema(example = "ada@example.com") @NotBlank @Email @Size(max = 254) String email,
    @Schema(example = "a long sentence that I remember") @NotNull @Size(min = 10, max = 200)
        String password,
    @Schema(example = "Ada")
        @JsonProperty("display_name")
        @NotBlank
        @Size(max = 80)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must not hold control characters")
        String displayName) {

  @Override
  public String toString() {
    return "SignUp[…]";
  }
}
