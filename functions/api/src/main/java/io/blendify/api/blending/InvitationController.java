package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.api.session.SignedIn;
import io.blendify.store.blending.Invitation;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invitations, for who holds their token. */
@Controller("/v1/invitations/{token}")
@Tag(name = "blends")
class InvitationController {

  private final InvitationDesk desk;
  private final BlendReader reader;

  InvitationController(InvitationDesk desk, BlendReader reader) {
    this.desk = desk;
    this.reader = reader;
  }

  @Get
  @Secured(SecurityRule.IS_ANONYMOUS)
  @SecurityRequirements
  @Operation(summary = "Who invites, and what is asked; for anybody who holds the token")
  @ApiResponse(responseCode = "200", description = "The invitation")
  @ApiResponse(responseCode = "404", ref = "problem")
  @ApiResponse(responseCode = "410", ref = "problem")
  InvitationView read(String token) {
    return InvitationView.of(desk.look(token));
  }

  @Post("/acceptance")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  @Operation(
      summary = "Accept, with consent to these resources",
      description = "Only what is consented to is used, and only until one leaves.")
  @ApiResponse(responseCode = "201", description = "The blend that one takes part in now")
  @ApiResponse(responseCode = "400", ref = "problem")
  @ApiResponse(responseCode = "401", ref = "problem")
  @ApiResponse(responseCode = "404", ref = "problem")
  @ApiResponse(responseCode = "409", ref = "problem")
  @ApiResponse(responseCode = "410", ref = "problem")
  HttpResponse<BlendDetail> accept(SignedIn me, String token, @Body Acceptance acceptance) {
    var id = desk.accept(token, me.userId(), acceptance.resources());
    return HttpResponse.created(reader.detail(id, me.userId()), URI.create("/v1/blends/" + id));
  }

  /**
   * @param resources all if left out
   */
  @Serdeable
  record Acceptance(@Nullable List<String> resources) {}

  /**
   * @param resources what can be consented to
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record InvitationView(
      @JsonProperty("blend_name") String blendName,
      @JsonProperty("blend_description") @Nullable String blendDescription,
      @JsonProperty("invited_by") String invitedBy,
      int participants,
      List<String> resources,
      @JsonProperty("expires_at") Instant expiresAt) {

    static InvitationView of(Invitation invitation) {
      return new InvitationView(
          invitation.blendName(),
          invitation.blendDescription(),
          invitation.invitedBy(),
          invitation.participants(),
          Consented.ALL,
          invitation.expiresAt());
    }
  }
}
