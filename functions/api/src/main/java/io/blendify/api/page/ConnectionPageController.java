package io.blendify.api.page;

import io.blendify.api.connect.OwnConnections;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.core.ProviderId;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.SyncRequests;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Set;

/** What can be done with a connected account. */
@Controller("/connections/{provider}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ConnectionPageController {

  private final Pages pages;
  private final OwnConnections connections;
  private final SyncRequests requests;
  private final JobMessages messages;

  ConnectionPageController(
      Pages pages, OwnConnections connections, SyncRequests requests, JobMessages messages) {
    this.pages = pages;
    this.connections = connections;
    this.requests = requests;
    this.messages = messages;
  }

  /** What cannot be read now, home says with the reason. */
  @Post("/syncs")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> sync(SignedIn me, String provider) {
    refuseUnknown(me, provider);
    messages.sendStarted(requests.request(me.userId(), new ProviderId(provider), Set.of()));
    return Pages.next("/home");
  }

  @Get("/disconnect")
  HttpResponse<String> askToDisconnect(SignedIn me, String provider) {
    refuseUnknown(me, provider);
    var isFile = provider.equals(ProviderId.FILE.value());
    var name = Words.provider(provider);
    return pages.confirm(
        new Confirmation(
            isFile ? "Erase what came from your files?" : "Disconnect " + name + "?",
            List.of(
                isFile
                    ? "Every play, playlist and saved track that came from a file is erased, at"
                        + " once and for good. What came from connected accounts stays."
                    : "Everything that came from "
                        + name
                        + " is erased, at once and for good: library, history, plays. What came"
                        + " from elsewhere stays.",
                "Your taste and your blends are made anew from what remains."),
            "/connections/" + provider + "/disconnect",
            isFile ? "Erase it" : "Disconnect and erase",
            "/home"));
  }

  @Post("/disconnect")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> disconnect(SignedIn me, String provider, Form form) {
    Confirmation.require(form);
    connections.disconnect(me.userId(), provider);
    return Pages.next("/home");
  }

  private void refuseUnknown(SignedIn me, String provider) {
    if (connections.of(me.userId()).stream().noneMatch(c -> c.provider().equals(provider))) {
      throw ProblemException.notFound("connection");
    }
  }
}
