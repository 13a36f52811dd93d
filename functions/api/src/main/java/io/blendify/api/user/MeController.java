package io.blendify.api.user;

import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SessionCookie;
import io.blendify.api.session.SignedIn;
import io.blendify.store.people.Users;
import io.blendify.store.taste.KnownTastes;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;

/** Oneself. */
@Controller("/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "people")
class MeController {

  private final Users users;
  private final KnownTastes tastes;
  private final Departure departure;
  private final SessionCookie cookie;
  private final JsonMapper json;

  MeController(
      Users users, KnownTastes tastes, Departure departure, SessionCookie cookie, JsonMapper json) {
    this.users = users;
    this.tastes = tastes;
    this.departure = departure;
    this.cookie = cookie;
    this.json = json;
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

  @Get("/profile")
  @Operation(
      summary = "One's taste in short",
      description = "The artists and genres that matter most, and what that was made from.")
  @ApiResponse(responseCode = "200", description = "Empty before the first sync or import")
  @ApiResponse(responseCode = "401", ref = "problem")
  TasteSummary profile(SignedIn me) throws IOException {
    var taste = tastes.find(me.userId());
    if (taste.isEmpty()) {
      return TasteSummary.NONE;
    }
    var profile = json.readValue(taste.get().profile(), JsonNode.class);
    return TasteSummary.of(profile, taste.get().builtAt());
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
    departure.erase(me.userId());
    return HttpResponse.noContent().cookie(cookie.gone());
  }
}
