package io.blendify.api.taste;

import io.blendify.api.paging.Page;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What one listens on. */
@Controller("/v1/me/devices")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "people")
@ApiResponse(responseCode = "401", ref = "problem")
class DeviceController {

  private final OwnExclusions own;

  DeviceController(OwnExclusions own) {
    this.own = own;
  }

  @Get
  @Operation(
      summary = "What one listens on, most plays first",
      description =
          "As far as the plays' source says it, which Spotify's extended streaming history does."
              + " Each can be taken out of one's taste. At most 1,000.")
  @ApiResponse(responseCode = "200", description = "All of it")
  Page<DeviceView> list(SignedIn me) {
    return new Page<>(own.devices(me.userId()), null);
  }
}
