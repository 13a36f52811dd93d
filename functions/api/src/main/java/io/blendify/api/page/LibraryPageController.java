package io.blendify.api.page;

import io.blendify.api.library.AsOf;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.api.sync.Freshness;
import io.blendify.api.sync.ResourceState;
import io.blendify.core.sync.Resource;
import io.blendify.store.library.Library;
import io.blendify.store.library.ListedPlaylist;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists of a person's library, as they are or were on a day. */
@Controller("/library")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@Hidden
class LibraryPageController {
  private static final int ROWS = 50;
  private static final String RANGE = "medium_term";

  private final Pages pages;
  private final LibraryRows rows;
  private final Library library;
  private final Freshness freshness;
  private final InstantSource clock;

  LibraryPageController(
      Pages pages, LibraryRows rows, Library library, Freshness freshness, InstantSource clock) {
    this.pages = pages;
    this.rows = rows;
    this.library = library;
    this.freshness = freshness;
    this.clock = clock;
  }

  @Get
  HttpResponse<String> start() {
    return Pages.next("/library/top-tracks");
  }

  /**
   * @param asOf a day, which stands for its end, or a moment, which keeps the pages of a list
   *     together
   */
  @Get("/{list}")
  HttpResponse<String> show(
      SignedIn me,
      String list,
      @QueryValue @Nullable String range,
      @QueryValue @Nullable String asOf,
      @QueryValue(defaultValue = "1") int page) {
    var resource = resource(list);
    var ranges = isTop(resource) ? Resource.TIME_RANGES : List.<String>of();
    var chosen = range == null || range.isEmpty() ? RANGE : range;
    if (!ranges.isEmpty() && !ranges.contains(chosen)) {
      throw ProblemException.invalid("range", "must be one of " + String.join(", ", ranges));
    }
    var view = new View("/library/" + list, ranges.isEmpty() ? null : chosen, asOf, page);
    var found =
        rows.of(me.userId(), resource, view.range, view.moment(), ROWS + 1, (page - 1) * ROWS);
    return show(view, resource, Words.resource(resource.label()), null, notes(me, resource), found);
  }

  @Get("/playlists/{id}")
  HttpResponse<String> showPlaylist(
      SignedIn me,
      String id,
      @QueryValue @Nullable String asOf,
      @QueryValue(defaultValue = "1") int page) {
    var address = "/library/playlists/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    var view = new View(address, null, asOf, page);
    var playlist =
        library
            .playlist(me.userId(), view.moment(), id)
            .orElseThrow(() -> ProblemException.notFound("playlist in your library then"));
    var found =
        rows.of(
            me.userId(), Resource.PLAYLIST_TRACKS, id, view.moment(), ROWS + 1, (page - 1) * ROWS);
    var notes = withheld(me, playlist) ? List.of(withheldWords(playlist)) : List.<String>of();
    return show(
        view, Resource.PLAYLISTS, playlist.playlistName(), playlist.description(), notes, found);
  }

  private HttpResponse<String> show(
      View view,
      Resource resource,
      String title,
      @Nullable String about,
      List<String> notes,
      List<LibraryPage.Row> found) {
    boolean more = found.size() > ROWS;
    var shown = more ? found.subList(0, ROWS) : found;
    var page =
        new LibraryPage(
            title,
            about == null || about.isBlank() ? null : about,
            lists(resource, view),
            ranges(resource, view),
            view.range,
            view.address,
            view.day(),
            clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
            view.words(),
            notes,
            LibraryRows.withGaps(shown),
            Steps.of(view.step(), view.page, ROWS, shown.size(), more));
    return pages.show("library", Map.of("page", page));
  }

  /** What is asked for, from the address. */
  private final class View {
    private final String address;
    private final @Nullable String range;
    private final @Nullable String asked;
    private final int page;
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    private final Instant moment;

    View(String address, @Nullable String range, @Nullable String asOf, int page) {
      if (page < 1 || page > Steps.MOST_PAGES) {
        throw ProblemException.invalid("page", "must lie between 1 and " + Steps.MOST_PAGES);
      }
      this.address = address;
      this.range = range;
      this.asked = asOf == null || asOf.isEmpty() ? null : asOf;
      this.page = page;
      this.moment = AsOf.parse("asOf", asked, now);
    }

    Instant moment() {
      return moment;
    }

    String day() {
      return asked == null ? "" : moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    String words() {
      return asked == null ? "As it is now" : "As it was on " + When.exactly(moment).words();
    }

    /** All pages show the same moment, whatever is read between them. */
    String step() {
      return address + "?" + part("range", range) + part("asOf", moment.toString()) + "page=";
    }

    /** Another list, or another range, of the same moment. */
    String of(String otherAddress, @Nullable String otherRange) {
      var query = part("range", otherRange) + part("asOf", asked == null ? null : day());
      return query.isEmpty() ? otherAddress : otherAddress + "?" + query.replaceAll("&$", "");
    }

    private static String part(String name, @Nullable String value) {
      return value == null
          ? ""
          : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }
  }

  private static List<Choice> lists(Resource shown, View view) {
    return Arrays.stream(Resource.values())
        .filter(one -> one != Resource.PLAYLIST_TRACKS)
        .map(
            one ->
                new Choice(
                    Words.resource(one.label()),
                    view.of("/library/" + Words.path(one), null),
                    one == shown))
        .toList();
  }

  private static List<Choice> ranges(Resource shown, View view) {
    return isTop(shown)
        ? Resource.TIME_RANGES.stream()
            .map(
                one ->
                    new Choice(
                        Words.capital(Words.range(one)),
                        view.of(view.address, one),
                        one.equals(view.range)))
            .toList()
        : List.of();
  }

  private List<String> notes(SignedIn me, Resource resource) {
    var now = clock.instant();
    return states(me, resource).stream()
        .map(state -> SyncWords.row(state, now))
        .flatMap(LibraryPageController::notes)
        .toList();
  }

  private static Stream<String> notes(SyncRow row) {
    return Stream.concat(
        row.state().equals("done") ? Stream.empty() : Stream.of(row.words()), row.notes().stream());
  }

  private List<ResourceState> states(SignedIn me, Resource resource) {
    return freshness.of(me.userId()).items().stream()
        .filter(state -> state.resource().equals(resource.label()))
        .toList();
  }

  private boolean withheld(SignedIn me, ListedPlaylist playlist) {
    return states(me, Resource.PLAYLIST_TRACKS).stream()
        .anyMatch(
            state ->
                state.provider().equals(playlist.provider())
                    && state.withheld().contains(playlist.playlistId()));
  }

  private static String withheldWords(ListedPlaylist playlist) {
    return Words.provider(playlist.provider())
        + " keeps what is in this playlist from other apps. What was read before stays here.";
  }

  private static boolean isTop(Resource resource) {
    return resource == Resource.TOP_TRACKS || resource == Resource.TOP_ARTISTS;
  }

  private static Resource resource(String list) {
    return Arrays.stream(Resource.values())
        .filter(one -> one != Resource.PLAYLIST_TRACKS && Objects.equals(Words.path(one), list))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("list"));
  }
}
