package io.blendify.api.taste;

import io.blendify.api.paging.Page;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;

/** What counts for nothing in one's taste, for as long as it stands here. */
@Controller("/v1/me/exclusions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "people")
@ApiResponse(responseCode = "401", ref = "problem")
class ExclusionController {

  private final OwnExclusions own;

  ExclusionController(OwnExclusions own) {
    this.own = own;
  }

  @Get
  @Operation(summary = "What one took out of one's taste, oldest first")
  @ApiResponse(responseCode = "200", description = "All of it")
  Page<ExclusionView> list(SignedIn me) {
    return new Page<>(own.of(me.userId()), null);
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Take an artist, a playlist, a period or a device out of one's taste",
      description =
          "Nothing is deleted: it counts for nothing in the profile and in every blend that is"
              + " computed from now on, until it is put back. Top lists are the provider's own"
              + " counting, from which no period and no device can be taken out.")
  @ApiResponse(responseCode = "201", description = "What was taken out")
  @ApiResponse(responseCode = "400", ref = "problem")
  @ApiResponse(responseCode = "409", ref = "problem")
  ExclusionView add(SignedIn me, @Body @Valid ExclusionWish wish) {
    return own.add(me.userId(), wish);
  }

  @Delete("/{exclusion}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Put back what was taken out")
  @ApiResponse(responseCode = "204", description = "It counts again")
  @ApiResponse(responseCode = "400", ref = "problem")
  @ApiResponse(responseCode = "404", ref = "problem")
  void remove(SignedIn me, UUID exclusion) {
    own.remove(me.userId(), exclusion);
  }
}
