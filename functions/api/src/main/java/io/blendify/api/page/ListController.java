package io.blendify.api.page;

import io.blendify.api.page.ListPage.Row;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.store.library.Library;
import io.blendify.store.library.Reading;
import io.blendify.store.library.Shelf;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lists of a person's library, as they are or were on a day. */
@Controller("/library/{list}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ListController {
  private static final int ROWS = 200;
  private static final String RANGE = "medium_term";

  private final Pages pages;
  private final Library library;
  private final InstantSource clock;

  ListController(Pages pages, Library library, InstantSource clock) {
    this.pages = pages;
    this.library = library;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> show(SignedIn me, String list, @QueryValue @Nullable String asOf) {
    var moment = moment(asOf);
    var rows = rows(list, me.userId(), moment);
    var title = list.substring(0, 1).toUpperCase(Locale.ROOT) + list.substring(1);
    var page = new ListPage(title.replace('-', ' '), moment.toString(), rows);
    return pages.show("list", Map.of("page", page));
  }

  private List<Row> rows(String list, UUID user, Instant at) {
    return switch (list) {
      case "top-tracks" ->
          library.read(Shelf.TOP_TRACKS, Reading.first(user, at, RANGE, ROWS)).stream()
              .map(t -> new Row(t.trackName(), t.artistName(), null))
              .toList();
      case "top-artists" ->
          library.read(Shelf.TOP_ARTISTS, Reading.first(user, at, RANGE, ROWS)).stream()
              .map(a -> new Row(a.artistName(), null, null))
              .toList();
      case "saved-tracks" ->
          library.read(Shelf.SAVED_TRACKS, Reading.first(user, at, null, ROWS)).stream()
              .map(t -> new Row(t.trackName(), t.artistName(), t.albumName()))
              .toList();
      case "recently-played" ->
          library.read(Shelf.RECENTLY_PLAYED, Reading.first(user, at, null, ROWS)).stream()
              .map(t -> new Row(t.trackName(), t.artistName(), t.playedAt().toString()))
              .toList();
      default -> throw ProblemException.notFound("list");
    };
  }

  /** The end of that day, in UTC; now where none is given. */
  private Instant moment(@Nullable String day) {
    if (day == null || day.isEmpty()) {
      return clock.instant();
    }
    try {
      return LocalDate.parse(day).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      throw ProblemException.invalid("asOf", "must be a day such as 2026-03-01");
    }
  }
}
