package io.blendify.api.connect;

import io.blendify.api.ApiConfig;
import io.blendify.api.session.CookieHeader;
import io.blendify.api.session.SessionCookie;
import io.blendify.api.session.SessionTokens;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** To a provider's consent page and back. A browser goes both ways. */
@Controller("/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Tag(name = "connections")
class ConnectController {
  static final String BROWSER = "blendify_connect";

  private final ConnectFlow flow;
  private final SessionTokens sessions;
  private final SessionCookie cookie;
  private final ApiConfig config;

  ConnectController(
      ConnectFlow flow, SessionTokens sessions, SessionCookie cookie, ApiConfig config) {
    this.flow = flow;
    this.sessions = sessions;
    this.cookie = cookie;
    this.config = config;
  }

  @Get("/connect/{provider}")
  @SecurityRequirements
  @Operation(
      summary = "Connect an account at a provider",
      description =
          "Sends the browser to the provider's consent page. Signed in, the account is added to"
              + " one's own; otherwise whoever owns the account is signed in, or signed up.")
  @ApiResponse(responseCode = "302", description = "To the provider's consent page")
  @ApiResponse(responseCode = "400", ref = "problem")
  @ApiResponse(responseCode = "404", ref = "problem")
  HttpResponse<?> connect(
      String provider,
      @Parameter(hidden = true) @Nullable SignedIn me,
      @Parameter(description = "A path of this site to go on at afterwards", example = "/home")
          @QueryValue("return_to")
          @Nullable String returnTo) {
    var to = ReturnPath.of(returnTo);
    var departure = flow.begin(provider, me == null ? null : me.userId(), to);
    return HttpResponse.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, departure.consentPage().toString())
        .cookie(browserCookie(departure.browser(), ConnectFlow.PATIENCE));
  }

  @Get("/callback/{provider}")
  @SecurityRequirements
  @Operation(
      summary = "Where a provider sends the browser back to",
      description = "Not to be called by hand: state and code come from the provider.")
  @ApiResponse(responseCode = "303", description = "Connected; to where the person came from")
  @ApiResponse(responseCode = "400", ref = "problem")
  @ApiResponse(responseCode = "403", ref = "problem")
  @ApiResponse(responseCode = "404", ref = "problem")
  @ApiResponse(responseCode = "409", ref = "problem")
  @ApiResponse(responseCode = "502", ref = "problem")
  HttpResponse<?> callback(
      String provider,
      @Parameter(hidden = true) @Nullable SignedIn me,
      HttpRequest<?> request,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String code,
      @QueryValue @Nullable String error) {
    var arrival =
        flow.finish(
            provider,
            state,
            CookieHeader.find(request, BROWSER).orElse(""),
            me == null ? null : me.userId(),
            code,
            error);
    var answer =
        HttpResponse.seeOther(URI.create(arrival.returnTo()))
            .cookie(browserCookie("", Duration.ZERO));
    return me == null ? signedIn(answer, arrival) : answer;
  }

  private MutableHttpResponse<?> signedIn(
      MutableHttpResponse<?> answer, ConnectFlow.Arrival arrival) {
    var issued = sessions.open(arrival.connection().userId());
    return answer.cookie(cookie.of(issued.token()));
  }

  private Cookie browserCookie(String value, Duration age) {
    return Cookie.of(BROWSER, value)
        .path("/v1/callback")
        .httpOnly(true)
        .secure(config.isHttps())
        .sameSite(SameSite.Lax)
        .maxAge(age);
  }
}
