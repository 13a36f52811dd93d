package io.blendify.api.taste;

import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who listens like oneself, among those who agreed to be found, and what to hear next. */
@Controller("/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "people")
@ApiResponse(responseCode = "401", ref = "problem")
class OutlookController {

  private static final String ASKED =
      "That one asked is noted: it is looked for once a day as long as one asks within 30 days.";

  private final OwnOutlook own;

  OutlookController(OwnOutlook own) {
    this.own = own;
  }

  @Get("/findable")
  @Operation(summary = "Whether one can be found by who listens alike")
  @ApiResponse(responseCode = "200", description = "Nobody can who did not agree")
  Findable findable(SignedIn me) {
    return own.findable(me.userId());
  }

  @Put("/findable")
  @Operation(
      summary = "Agree to be found",
      description =
          "By others who agreed too, who then see one's name, picture, the score and the artists"
              + " that one shares.")
  @ApiResponse(responseCode = "200", description = "What holds now")
  @ApiResponse(responseCode = "400", ref = "problem")
  Findable agree(SignedIn me, @Body Findable.@Nullable Wish wish) {
    return own.agree(me.userId(), wish == null ? null : wish.resources());
  }

  @Delete("/findable")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Be found no more", description = "Takes effect at once.")
  @ApiResponse(responseCode = "204", description = "Nobody finds one, and one finds nobody")
  void withdraw(SignedIn me) {
    own.withdraw(me.userId());
  }

  @Get("/neighbours")
  @Operation(summary = "Who listens like oneself, most alike first", description = ASKED)
  @ApiResponse(responseCode = "200", description = "At most 20 people who agreed to be found")
  @ApiResponse(responseCode = "409", ref = "problem")
  Outlook<NeighbourView> neighbours(SignedIn me) {
    return own.neighbours(me.userId());
  }

  @Get("/suggestions")
  @Operation(
      summary = "What to hear next, and why",
      description = "Tracks that one does not have. " + ASKED)
  @ApiResponse(responseCode = "200", description = "At most 30; none while too few people are here")
  Outlook<SuggestionView> suggestions(SignedIn me) {
    return own.suggestions(me.userId());
  }
}
