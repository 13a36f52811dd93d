package io.blendify.api.page;

import io.blendify.api.blending.BlendReader;
import io.blendify.api.connect.OwnConnections;
import io.blendify.api.connect.SignIns;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.store.people.Users;
import io.blendify.store.sync.SyncStatuses;
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
import java.util.Map;

/** A person's own page: what is connected, how current it is, their blends. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class HomeController {
  private static final int BLENDS = 50;

  private final Pages pages;
  private final Users users;
  private final OwnConnections connections;
  private final SignIns signIns;
  private final SyncStatuses listings;
  private final BlendReader blends;

  HomeController(
      Pages pages,
      Users users,
      OwnConnections connections,
      SignIns signIns,
      SyncStatuses listings,
      BlendReader blends) {
    this.pages = pages;
    this.users = users;
    this.connections = connections;
    this.signIns = signIns;
    this.listings = listings;
    this.blends = blends;
  }

  @Get("/home")
  HttpResponse<String> home(SignedIn me) {
    var user = users.find(me.userId()).orElseThrow(() -> ProblemException.notFound("person"));
    var connected = connections.of(me.userId());
    var names = connected.stream().map(connection -> connection.provider()).toList();
    return pages.show(
        "home",
        Map.of(
            "name", user.displayName(),
            "connections", connected,
            "providers", signIns.providers().stream().filter(p -> !names.contains(p)).toList(),
            "listings", listings.findByUser(me.userId()),
            "blends", blends.list(me.userId(), null, BLENDS).items()));
  }

  @Post("/connections/{provider}/disconnect")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> disconnect(SignedIn me, String provider) {
    connections.disconnect(me.userId(), provider);
    return Pages.next("/home");
  }
}
