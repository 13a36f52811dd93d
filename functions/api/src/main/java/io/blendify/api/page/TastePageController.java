package io.blendify.api.page;

import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.api.taste.ExclusionWish;
import io.blendify.api.taste.OwnExclusions;
import io.blendify.api.taste.OwnOutlook;
import io.blendify.store.library.Library;
import io.blendify.store.library.Reading;
import io.blendify.store.library.Shelf;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.validation.validator.Validator;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to hear next, who listens alike, and what is left out of a person's taste. */
@Controller("/taste")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class TastePageController {
  private static final String HERE = "/taste";
  private static final int PLAYLISTS = 1_000;

  private final Pages pages;
  private final OwnOutlook outlook;
  private final OwnExclusions exclusions;
  private final Library library;
  private final Validator validator;
  private final InstantSource clock;

  TastePageController(
      Pages pages,
      OwnOutlook outlook,
      OwnExclusions exclusions,
      Library library,
      Validator validator,
      InstantSource clock) {
    this.pages = pages;
    this.outlook = outlook;
    this.exclusions = exclusions;
    this.library = library;
    this.validator = validator;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> show(SignedIn me) {
    var suggestions = outlook.suggestions(me.userId());
    boolean isFindable = outlook.findable(me.userId()).findable();
    var neighbours =
        isFindable
            ? outlook.neighbours(me.userId()).items().stream().map(TastePage.Neighbour::of).toList()
            : List.<TastePage.Neighbour>of();
    var playlists = playlists(me.userId());
    var page =
        new TastePage(
            suggestions.builtAt() == null,
            suggestions.items().stream().map(TastePage.Suggestion::of).toList(),
            isFindable,
            neighbours,
            exclusions.of(me.userId()).stream()
                .map(one -> TastePage.Excluded.of(one, playlists))
                .toList(),
            playlists.entrySet().stream()
                .map(one -> new TastePage.Playlist(one.getKey(), one.getValue()))
                .toList(),
            exclusions.devices(me.userId()).stream().map(TastePage.Device::of).toList());
    return pages.show("taste", Map.of("page", page));
  }

  /** Names by provider and id, with a blank between. */
  private Map<String, String> playlists(UUID user) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var playlists = new LinkedHashMap<String, String>();
    library
        .read(Shelf.PLAYLISTS, Reading.first(user, now, null, PLAYLISTS))
        .forEach(one -> playlists.put(one.provider() + " " + one.playlistId(), one.playlistName()));
    return playlists;
  }

  @Post("/findable")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> agree(SignedIn me) {
    outlook.agree(me.userId(), null);
    return Pages.next(HERE);
  }

  @Post("/findable/withdrawal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> withdraw(SignedIn me) {
    outlook.withdraw(me.userId());
    return Pages.next(HERE);
  }

  @Post("/exclusions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> exclude(SignedIn me, Form form) {
    var playlist = form.text("playlist").split(" ", 2);
    var wish =
        new ExclusionWish(
            form.text("kind"),
            filled(form.text("artist")),
            playlist.length == 2 ? playlist[0] : null,
            playlist.length == 2 ? playlist[1] : null,
            filled(form.text("since")),
            filled(form.text("until")),
            filled(form.text("device")));
    validator.validate(wish).stream()
        .findFirst()
        .ifPresent(
            wrong -> {
              throw ProblemException.invalid(
                  wrong.getPropertyPath().toString(), wrong.getMessage());
            });
    exclusions.add(me.userId(), wish);
    return Pages.next(HERE);
  }

  private static @Nullable String filled(String text) {
    return text.isBlank() ? null : text;
  }

  @Post("/exclusions/{id}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> putBack(SignedIn me, UUID id) {
    exclusions.remove(me.userId(), id);
    return Pages.next(HERE);
  }
}
