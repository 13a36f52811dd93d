package io.blendify.api.taste;

import io.blendify.api.blending.Consented;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.store.outlook.FindablePeople;
import io.blendify.store.outlook.Outlooks;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who listens like oneself, among those who agreed to be found, and what to hear next. */
@Controller("/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "people")
@ApiResponse(responseCode = "401", ref = "problem")
class OutlookController {

  private final FindablePeople findable;
  private final Outlooks outlooks;
  private final MessageQueue queue;
  private final InstantSource clock;

  OutlookController(
      FindablePeople findable, Outlooks outlooks, MessageQueue queue, InstantSource clock) {
    this.findable = findable;
    this.outlooks = outlooks;
    this.queue = queue;
    this.clock = clock;
  }

  @Get("/findable")
  @Operation(summary = "Whether one can be found by who listens alike")
  @ApiResponse(responseCode = "200", description = "Nobody can who did not agree")
  Findable findable(SignedIn me) {
    return findable.find(me.userId()).map(Findable::of).orElse(Findable.NOT);
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
    var resources = Consented.of(wish == null ? null : wish.resources());
    findable.agree(me.userId(), resources, now());
    return findable(me);
  }

  @Delete("/findable")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Be found no more", description = "Takes effect at once.")
  @ApiResponse(responseCode = "204", description = "Nobody finds one, and one finds nobody")
  void withdraw(SignedIn me) {
    findable.withdraw(me.userId());
  }

  @Get("/neighbours")
  @Operation(summary = "Who listens like oneself, most alike first")
  @ApiResponse(responseCode = "200", description = "At most 20 people who agreed to be found")
  @ApiResponse(responseCode = "409", ref = "problem")
  Outlook<NeighbourView> neighbours(SignedIn me) {
    if (findable.find(me.userId()).isEmpty()) {
      throw ProblemException.conflict(
          "Whoever wants to find others agrees to be found: PUT /v1/me/findable.");
    }
    var built = ask(me.userId());
    return new Outlook<>(
        outlooks.neighbours(me.userId()).stream().map(NeighbourView::of).toList(), built);
  }

  @Get("/suggestions")
  @Operation(summary = "What to hear next, and why", description = "Tracks that one does not have.")
  @ApiResponse(responseCode = "200", description = "At most 30; none while too few people are here")
  Outlook<SuggestionView> suggestions(SignedIn me) {
    var built = ask(me.userId());
    return new Outlook<>(
        outlooks.suggestions(me.userId()).stream().map(SuggestionView::of).toList(), built);
  }

  private @Nullable Instant ask(UUID user) {
    var built = outlooks.ask(user, now());
    if (outlooks.isDue(user, now())) {
      queue.send(QueueName.TASTE, List.of(user), Duration.ZERO);
    }
    return built.orElse(null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
