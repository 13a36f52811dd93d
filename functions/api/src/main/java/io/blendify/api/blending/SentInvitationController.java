package io.blendify.api.blending;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.api.paging.Page;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invitations to a blend, for who owns it. */
@Controller("/v1/blends/{id}/invitations")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "blends")
@ApiResponse(responseCode = "400", ref = "problem")
@ApiResponse(responseCode = "401", ref = "problem")
@ApiResponse(responseCode = "403", ref = "problem")
@ApiResponse(responseCode = "404", ref = "problem")
class SentInvitationController {
  private static final int DAYS = 7;

  private final BlendKeeper keeper;
  private final SentInvitations sent;

  SentInvitationController(BlendKeeper keeper, SentInvitations sent) {
    this.keeper = keeper;
    this.sent = sent;
  }

  @Post
  @Operation(summary = "Invite somebody; the token is shown this once")
  @ApiResponse(responseCode = "201", description = "The invitation: good for one person, once")
  HttpResponse<NewInvitation> invite(SignedIn me, UUID id, @Body @Valid InvitationWish wish) {
    int days = wish.expiresInDays() == null ? DAYS : wish.expiresInDays();
    return HttpResponse.created(keeper.invite(id, me.userId(), days));
  }

  @Get
  @Operation(summary = "The invitations that were made, newest first")
  @ApiResponse(responseCode = "200", description = "One page")
  Page<SentInvitationView> list(
      SignedIn me,
      UUID id,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return sent.list(id, me.userId(), cursor, limit);
  }

  @Delete("/{invitation}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Take an invitation back",
      description = "Whoever holds its token cannot accept it any more.")
  @ApiResponse(responseCode = "204", description = "Nobody can accept it")
  @ApiResponse(responseCode = "409", ref = "problem")
  void revoke(SignedIn me, UUID id, UUID invitation) {
    sent.revoke(id, invitation, me.userId());
  }

  /** For how long somebody may accept; a week if left out. */
  @Serdeable
  record InvitationWish(
      @JsonProperty("expires_in_days") @Min(1) @Max(30) @Nullable Integer expiresInDays) {}
}
