package io.blendify.api.page;

import io.blendify.api.blending.BlendReader;
import io.blendify.api.blending.BlendSummary;
import io.blendify.api.connect.ConnectionView;
import io.blendify.api.connect.OwnConnections;
import io.blendify.api.connect.SignIns;
import io.blendify.api.imports.OwnImports;
import io.blendify.api.page.HomePage.BlendCard;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.api.sync.Freshness;
import io.blendify.core.ProviderId;
import io.blendify.store.people.Users;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person's own page: what is connected, how current it is, files, blends. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class HomeController {
  private static final int BLENDS = 50;
  private static final int FILES = 5;

  private final Pages pages;
  private final Users users;
  private final OwnConnections connections;
  private final SignIns signIns;
  private final Freshness freshness;
  private final OwnImports imports;
  private final BlendReader blends;
  private final InstantSource clock;

  HomeController(
      Pages pages,
      Users users,
      OwnConnections connections,
      SignIns signIns,
      Freshness freshness,
      OwnImports imports,
      BlendReader blends,
      InstantSource clock) {
    this.pages = pages;
    this.users = users;
    this.connections = connections;
    this.signIns = signIns;
    this.freshness = freshness;
    this.imports = imports;
    this.blends = blends;
    this.clock = clock;
  }

  @Get("/home")
  HttpResponse<String> home(SignedIn me) {
    var user = users.find(me.userId()).orElseThrow(() -> ProblemException.notFound("person"));
    var connected = connections.of(me.userId());
    var names = connected.stream().map(ConnectionView::provider).toList();
    var now = clock.instant();
    var page =
        new HomePage(
            user.displayName(),
            cards(me.userId(), connected, now),
            HomePage.offers(
                signIns.providers().stream().filter(one -> !names.contains(one)).toList()),
            imports.newest(me.userId(), FILES).stream()
                .map(file -> ImportCard.of(file, now))
                .toList(),
            names.contains(ProviderId.FILE.value()),
            blends.list(me.userId(), null, BLENDS).items().stream()
                .map(HomeController::card)
                .toList());
    return pages.show("home", Map.of("page", page));
  }

  private List<ConnectionCard> cards(UUID userId, List<ConnectionView> connected, Instant now) {
    var states = freshness.of(userId).items();
    return connected.stream()
        .filter(connection -> !connection.provider().equals(ProviderId.FILE.value()))
        .map(
            connection ->
                ConnectionCard.of(
                    connection,
                    states.stream()
                        .filter(state -> state.provider().equals(connection.provider()))
                        .map(state -> SyncWords.row(state, now))
                        .toList()))
        .toList();
  }

  private static BlendCard card(BlendSummary blend) {
    var words =
        blend.totalTracks() == 0 ? "No tracks yet" : Words.many(blend.totalTracks(), "track");
    return new BlendCard(blend.id().toString(), blend.name(), words, Tile.of(blend.name(), null));
  }
}
