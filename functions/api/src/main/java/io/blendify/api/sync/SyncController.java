package io.blendify.api.sync;

import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.core.ProviderId;
import io.blendify.core.sync.Resource;
import io.blendify.store.connection.Connection;
import io.blendify.store.connection.Connections;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.SyncRequests;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for syncs and tells how they stand. */
@Controller("/v1/me/syncs")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "syncs")
@ApiResponse(responseCode = "401", ref = "problem")
class SyncController {

  private final Connections connections;
  private final SyncRequests requests;
  private final JobMessages messages;
  private final Freshness freshness;

  SyncController(
      Connections connections, SyncRequests requests, JobMessages messages, Freshness freshness) {
    this.connections = connections;
    this.requests = requests;
    this.messages = messages;
    this.freshness = freshness;
  }

  @Post
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ask for a sync now",
      description =
          "Without a body: everything of every connected provider. What cannot be synced now is"
              + " answered with the reason and with the time at which it will be possible.")
  @ApiResponse(responseCode = "400", ref = "problem")
  @ApiResponse(responseCode = "409", ref = "problem")
  WishAnswers request(SignedIn me, @Valid @Body SyncWish wish) {
    var resources = resources(wish);
    var answers =
        providers(me, wish).stream()
            .flatMap(provider -> requests.request(me.userId(), provider, resources).stream())
            .toList();
    messages.sendStarted(answers);
    return new WishAnswers(answers.stream().map(WishAnswers.Answer::of).toList());
  }

  @Get
  @Operation(
      summary = "How current everything is",
      description =
          "For each provider and resource: the last complete snapshot, progress of what runs, gaps,"
              + " the reason for what is not current, and when it is next due.")
  Freshness.States states(SignedIn me) {
    return freshness.of(me.userId());
  }

  private List<ProviderId> providers(SignedIn me, SyncWish wish) {
    var connected =
        connections.findByUser(me.userId()).stream()
            .map(Connection::provider)
            .filter(provider -> !provider.equals(ProviderId.FILE))
            .filter(provider -> wish.provider() == null || provider.value().equals(wish.provider()))
            .toList();
    if (connected.isEmpty()) {
      throw ProblemException.conflict(
          wish.provider() == null
              ? "Connect a provider first: there is nothing to sync."
              : "Connect " + wish.provider() + " first.");
    }
    return connected;
  }

  private static Set<Resource> resources(SyncWish wish) {
    return wish.resources() == null
        ? Set.of()
        : wish.resources().stream().map(Resource::of).collect(Collectors.toSet());
  }
}
