package io.blendify.api.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.api.session.SessionCookie;
import io.blendify.api.session.SignedIn;
import io.blendify.store.people.Sessions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;

/** Signing in and out. */
@Controller("/v1/sessions")
@Tag(name = "people")
class SessionController {

  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final InstantSource clock;

  SessionController(
      Accounts accounts, Sessions sessions, SessionCookie cookie, InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.cookie = cookie;
    this.clock = clock;
  }

  @Post
  @Secured(SecurityRule.IS_ANONYMOUS)
  @SecurityRequirements
  @Operation(summary = "Sign in with e-mail address and password")
  @ApiResponse(responseCode = "201", description = "A session; browsers get it as a cookie too")
  @ApiResponse(responseCode = "400", ref = "problem")
  @ApiResponse(responseCode = "401", ref = "problem")
  @ApiResponse(responseCode = "429", ref = "problem")
  HttpResponse<Session> signIn(@Body @Valid Credentials credentials) {
    var issued = accounts.signIn(credentials);
    return HttpResponse.created(new Session(issued.token(), "Bearer", issued.expiresAt()))
        .cookie(cookie.of(issued.token()));
  }

  @Delete("/current")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  @Operation(summary = "Sign out: this session's token is worth nothing afterwards")
  @ApiResponse(responseCode = "204", description = "Signed out")
  @ApiResponse(responseCode = "401", ref = "problem")
  HttpResponse<?> signOut(SignedIn me) {
    sessions.revoke(me.sessionId(), clock.instant());
    return HttpResponse.noContent().cookie(cookie.gone());
  }

  /** A session that was just opened. */
  @Serdeable
  record Session(
      String token,
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_at") Instant expiresAt) {

    @Override
    public String toString() {
      return "Session[…]";
    }
  }
}
