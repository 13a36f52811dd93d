package io.blendify.api.user;

import io.blendify.api.blending.BlendRenewal;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SessionCookie;
import io.blendify.api.session.SignedIn;
import io.blendify.store.people.Users;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Oneself. */
@Controller("/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "people")
class MeController {

  private final Users users;
  private final BlendRenewal renewal;
  private final SessionCookie cookie;

  MeController(Users users, BlendRenewal renewal, SessionCookie cookie) {
    this.users = users;
    this.renewal = renewal;
    this.cookie = cookie;
  }

  @Get
  @Operation(summary = "Who one is")
  @ApiResponse(responseCode = "200", description = "The person of this session")
  @ApiResponse(responseCode = "401", ref = "problem")
  Me me(SignedIn me) {
    return users
        .find(me.userId())
        .map(Me::of)
        .orElseThrow(() -> ProblemException.notFound("person"));
  }

  @Delete
  @Operation(
      summary = "Delete the account",
      description =
          "Erases the person with all history, connections, consents and results computed from"
              + " them, at once and for good. A blend that others take part in passes to who"
              + " joined first.")
  @ApiResponse(responseCode = "204", description = "Nothing of the person is left")
  @ApiResponse(responseCode = "401", ref = "problem")
  HttpResponse<?> delete(SignedIn me) {
    var blends = renewal.blendsOf(me.userId());
    users.erase(me.userId());
    renewal.renew(blends);
    return HttpResponse.noContent().cookie(cookie.gone());
  }
}
