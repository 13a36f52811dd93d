package io.blendify.providers.spotify;

import io.blendify.core.ProviderId;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import io.blendify.providers.json.JsonFields;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last plays, newest first. The first page asks for what came after the newest play known; from
 * there the way leads on as Spotify says, into the past or the present, never both in one request.
 */
@Singleton
final class SpotifyRecentlyPlayed implements Listing {

  private static final String AFTER = "after";
  private static final String BEFORE = "before";

  private final SpotifyApi api;

  SpotifyRecentlyPlayed(SpotifyApi api) {
    this.api = api;
  }

  @Override
  public ProviderId provider() {
    return SpotifyItems.SPOTIFY;
  }

  @Override
  public Resource resource() {
    return Resource.RECENTLY_PLAYED;
  }

  @Override
  public List<String> scopes() {
    return List.of("user-read-recently-played");
  }

  @Override
  public FetchOutcome page(ListingRequest request) {
    var at = PageCursor.of(request.cursor(), start(request.after()));
    var path = "/me/player/recently-played?limit=" + SpotifyApi.LIMIT;
    return api.ask(
        request,
        resource(),
        at.value().isEmpty() ? path : path + "&" + at.value(),
        json -> read(json, at, request.after()));
  }

  /** Spotify counts in milliseconds: a finer time is cut, which asks for one play again. */
  private static String start(@Nullable Instant after) {
    return after == null ? "" : AFTER + "=" + after.toEpochMilli();
  }

  private FetchOutcome read(JsonNode json, PageCursor at, @Nullable Instant known) {
    var entries = JsonFields.array(json, "items");
    if (entries == null) {
      return new Unreadable("a page without items");
    }
    var plays = entries.stream().map(SpotifyEntries::play).filter(Objects::nonNull).toList();
    var skipped = entries.size() - plays.size();
    return switch (NextLink.of(json, api.config().apiUrl())) {
      case NextLink.None _ -> page(plays, null, skipped);
      case NextLink.Refused(var detail) -> new Unreadable(detail);
      case NextLink.More(var query) -> {
        var next = next(json, query);
        if (next == null || entries.isEmpty() || reaches(plays, known)) {
          yield page(plays, null, skipped);
        }
        yield moves(at, next)
            ? page(plays, at.next(next).cursor(), skipped)
            : new Unreadable("after " + at.value() + " comes " + next);
      }
    };
  }

  private static Page page(List<Played> plays, @Nullable Cursor next, int skipped) {
    return new Page(List.copyOf(plays), next, null, skipped);
  }

  private static boolean reaches(List<Played> plays, @Nullable Instant known) {
    return known != null && plays.stream().anyMatch(play -> !play.playedAt().isAfter(known));
  }

  /**
   * The link names the direction, {@code cursors} the place; without one this was the last page.
   */
  private static @Nullable String next(JsonNode json, Map<String, String> query) {
    var direction = query.containsKey(AFTER) ? AFTER : BEFORE;
    var millis = JsonFields.text(JsonFields.object(json, "cursors"), direction);
    return millis == null ? null : direction + "=" + millis;
  }

  private boolean moves(PageCursor at, String next) {
    if (!next.matches("(after|before)=\\d{1,18}") || at.page() + 1 >= api.config().maxPages()) {
      return false;
    }
    var sameWay = at.value().startsWith(next.substring(0, next.indexOf('=') + 1));
    return !sameWay
        || (next.startsWith(AFTER)
            ? millis(next) > millis(at.value())
            : millis(next) < millis(at.value()));
  }

  private static long millis(String cursor) {
    return Long.parseLong(cursor.substring(cursor.indexOf('=') + 1));
  }
}
