package io.blendify.api.page;

import io.blendify.api.page.ChangesPage.Day;
import io.blendify.api.page.ChangesPage.Row;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Shape;
import io.blendify.store.library.Change;
import io.blendify.store.library.Changes;
import io.blendify.store.library.Library;
import io.blendify.store.library.ListedPlaylist;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came, what left, what changed, what became unavailable. */
@Controller("/changes")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class ChangesPageController {
  private static final int ROWS = 100;
  private static final int PLAYLISTS = 1_000;
  private static final List<Integer> SPANS = List.of(7, 30, 365);
  private static final List<String> LISTS =
      Arrays.stream(Resource.values())
          .filter(one -> one.shape() != Shape.PLAY)
          .map(Resource::label)
          .toList();

  private final Pages pages;
  private final Changes changes;
  private final Library library;
  private final InstantSource clock;

  ChangesPageController(Pages pages, Changes changes, Library library, InstantSource clock) {
    this.pages = pages;
    this.changes = changes;
    this.library = library;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> show(
      SignedIn me,
      @QueryValue(defaultValue = "30") int days,
      @QueryValue @Nullable String list,
      @QueryValue(defaultValue = "1") int page) {
    refuseUnknown(days, list, page);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var found =
        changes.between(
            me.userId(), now.minus(Duration.ofDays(days)), now, list, ROWS + 1, (page - 1) * ROWS);
    boolean more = found.size() > ROWS;
    var shown = more ? found.subList(0, ROWS) : found;
    var view =
        new ChangesPage(
            SPANS.stream()
                .map(span -> new Choice(span(span), address(span, list), span == days))
                .toList(),
            Stream.concat(
                    Stream.of(new Choice("Everything", address(days, null), list == null)),
                    LISTS.stream()
                        .map(
                            one ->
                                new Choice(
                                    Words.resource(one), address(days, one), one.equals(list))))
                .toList(),
            days(shown, playlists(me.userId(), now)),
            Steps.of(address(days, list) + "&page=", page, ROWS, shown.size(), more));
    return pages.show("changes", Map.of("page", view));
  }

  private static void refuseUnknown(int days, @Nullable String list, int page) {
    if (!SPANS.contains(days)) {
      throw ProblemException.invalid("days", "must be 7, 30 or 365");
    }
    if (list != null && !LISTS.contains(list)) {
      throw ProblemException.invalid("list", "must be one of " + String.join(", ", LISTS));
    }
    if (page < 1 || page > Steps.MOST_PAGES) {
      throw ProblemException.invalid("page", "must lie between 1 and " + Steps.MOST_PAGES);
    }
  }

  private static String span(int days) {
    return days == 365 ? "A year" : days + " days";
  }

  private static String address(int days, @Nullable String list) {
    return "/changes?days=" + days + (list == null ? "" : "&list=" + list);
  }

  private Map<String, String> playlists(UUID user, Instant now) {
    return library.read(Shelf.PLAYLISTS, Reading.first(user, now, null, PLAYLISTS)).stream()
        .collect(
            Collectors.toMap(
                ListedPlaylist::playlistId, ListedPlaylist::playlistName, (one, _) -> one));
  }

  private static List<Day> days(List<Change> changes, Map<String, String> playlists) {
    var days = new LinkedHashMap<Instant, List<Row>>();
    for (var change : changes) {
      days.computeIfAbsent(change.changedAt(), _ -> new ArrayList<>()).add(row(change, playlists));
    }
    return days.entrySet().stream()
        .map(day -> new Day(When.exactly(day.getKey()), day.getValue()))
        .toList();
  }

  private static Row row(Change change, Map<String, String> playlists) {
    return new Row(
        change.change(),
        change.change().replace('_', ' '),
        Tile.of(change.itemName(), null),
        change.itemName(),
        change.artistName(),
        where(change, playlists));
  }

  private static String place(Change change) {
    var now = change.position();
    var before = change.positionBefore();
    if (now != null && before != null && !now.equals(before)) {
      return ", from no. " + before + " to no. " + now;
    }
    var known = now == null ? before : now;
    return known == null ? "" : ", no. " + known;
  }

  private static String where(Change change, Map<String, String> playlists) {
    var place = place(change);
    var list = change.listKey();
    if (list == null) {
      return Words.resource(change.resource());
    }
    return switch (change.resource()) {
      case "playlist_tracks" ->
          "“" + playlists.getOrDefault(list, "a playlist that is gone") + "”" + place;
      case "top_tracks", "top_artists" ->
          Words.resource(change.resource()) + ", " + Words.range(list) + place;
      default -> Words.resource(change.resource());
    };
  }
}
