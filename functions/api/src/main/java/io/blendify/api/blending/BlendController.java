package io.blendify.api.blending;

import io.blendify.api.paging.Page;
import io.blendify.api.session.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Blends and what happens to them. */
@Controller("/v1/blends")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "blends")
@ApiResponse(responseCode = "400", ref = "problem")
@ApiResponse(responseCode = "401", ref = "problem")
class BlendController {

  private final BlendReader reader;
  private final BlendKeeper keeper;

  BlendController(BlendReader reader, BlendKeeper keeper) {
    this.reader = reader;
    this.keeper = keeper;
  }

  @Post
  @Operation(summary = "Make a blend, and take part in it")
  @ApiResponse(responseCode = "201", description = "The blend; invite others next")
  HttpResponse<BlendDetail> create(SignedIn me, @Body @Valid BlendWish wish) {
    var id = keeper.create(me.userId(), wish);
    return HttpResponse.created(reader.detail(id, me.userId()), URI.create("/v1/blends/" + id));
  }

  @Get
  @Operation(summary = "The blends that one takes part in, newest first")
  @ApiResponse(responseCode = "200", description = "One page")
  Page<BlendSummary> list(
      SignedIn me,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return reader.list(me.userId(), cursor, limit);
  }

  @Get("/{id}")
  @Operation(summary = "A blend: its people, its score with the reasons, how it stands")
  @ApiResponse(responseCode = "200", description = "The blend")
  @ApiResponse(responseCode = "404", ref = "problem")
  BlendDetail read(SignedIn me, UUID id) {
    return reader.detail(id, me.userId());
  }

  @Patch("/{id}")
  @Operation(summary = "Change a blend that one owns; refresh it to hear the change")
  @ApiResponse(responseCode = "200", description = "The blend")
  @ApiResponse(responseCode = "403", ref = "problem")
  @ApiResponse(responseCode = "404", ref = "problem")
  BlendDetail change(SignedIn me, UUID id, @Body @Valid BlendChange change) {
    keeper.change(id, me.userId(), change);
    return reader.detail(id, me.userId());
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a blend that one owns, with all that was computed for it")
  @ApiResponse(responseCode = "204", description = "Gone")
  @ApiResponse(responseCode = "403", ref = "problem")
  @ApiResponse(responseCode = "404", ref = "problem")
  void delete(SignedIn me, UUID id) {
    keeper.delete(id, me.userId());
  }

  @Patch("/{id}/participants/me")
  @Operation(
      summary = "Change one's weight, or the resources that one lets the blend use",
      description =
          "Takes effect at once: what was computed with other resources is not shown any more.")
  @ApiResponse(responseCode = "200", description = "The blend")
  @ApiResponse(responseCode = "404", ref = "problem")
  BlendDetail participate(SignedIn me, UUID id, @Body @Valid Participation wish) {
    keeper.participate(id, me.userId(), wish.weight(), wish.resources());
    return reader.detail(id, me.userId());
  }

  @Delete("/{id}/participants/me")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Leave a blend",
      description =
          "Takes effect at once. A blend that one owns passes to who joined first after oneself.")
  @ApiResponse(responseCode = "204", description = "Left")
  @ApiResponse(responseCode = "404", ref = "problem")
  @ApiResponse(responseCode = "409", ref = "problem")
  void leave(SignedIn me, UUID id) {
    keeper.leave(id, me.userId());
  }

  @Post("/{id}/refresh")
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Compute score and tracks anew, or the score of a past day",
      description =
          "With asOf the score is computed that those who take part now would have had then: from"
              + " what history held at that moment, or at the end of that day (UTC), against today's"
              + " population. It takes its place in the score's history and changes nothing else.")
  @ApiResponse(responseCode = "202", description = "The computation; read the blend to follow it")
  @ApiResponse(responseCode = "404", ref = "problem")
  @ApiResponse(responseCode = "409", ref = "problem")
  RefreshView refresh(
      SignedIn me,
      UUID id,
      @Parameter(
              description = "A moment (RFC 3339), or a day, which stands for its end in UTC",
              example = "2026-11-20")
          @QueryValue
          @Nullable String asOf) {
    return asOf == null ? keeper.refresh(id, me.userId()) : keeper.refresh(id, me.userId(), asOf);
  }

  @Get("/{id}/tracks")
  @Operation(summary = "The tracks of the newest result, with who brought them and why")
  @ApiResponse(responseCode = "200", description = "One page, in playing order")
  @ApiResponse(responseCode = "404", ref = "problem")
  Page<BlendTrackView> tracks(
      SignedIn me,
      UUID id,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return reader.tracks(id, me.userId(), cursor, limit);
  }

  @Get("/{id}/scores")
  @Operation(
      summary = "The history of the score, newest first",
      description =
          "With asOf from that moment or the end of that day (UTC) backwards, so that the first is"
              + " the score that held then. A score that was computed for a past day stands at that"
              + " day and says so in as_of. Scores in which somebody took part who left since are"
              + " not shown.")
  @ApiResponse(responseCode = "200", description = "One page")
  @ApiResponse(responseCode = "404", ref = "problem")
  Page<ScoreView> scores(
      SignedIn me,
      UUID id,
      @Parameter(
              description = "A moment (RFC 3339), or a day, which stands for its end in UTC",
              example = "2026-11-20")
          @QueryValue
          @Nullable String asOf,
      @QueryValue @Nullable String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return reader.scores(id, me.userId(), asOf, cursor, limit);
  }

  /** What is left out stays. */
  @Serdeable
  record Participation(
      @DecimalMin(value = "0", inclusive = false) @DecimalMax("10") @Nullable Double weight,
      @Nullable List<String> resources) {}
}
