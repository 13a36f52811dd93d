package io.blendify.providers.spotify;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import io.blendify.providers.json.JsonFields;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Followed artists: a page starts after the last artist of the one before. */
@Singleton
final class SpotifyFollowedArtists implements Listing {

  private final SpotifyApi api;

  SpotifyFollowedArtists(SpotifyApi api) {
    this.api = api;
  }

  @Override
  public ProviderId provider() {
    return SpotifyItems.SPOTIFY;
  }

  @Override
  public Resource resource() {
    return Resource.FOLLOWED_ARTISTS;
  }

  @Override
  public List<String> scopes() {
    return List.of("user-follow-read");
  }

  @Override
  public FetchOutcome page(ListingRequest request) {
    var at = PageCursor.of(request.cursor(), "");
    var after = at.value().isEmpty() ? "" : "&after=" + SpotifyApi.encoded(at.value());
    var path = "/me/following?type=artist&limit=" + SpotifyApi.LIMIT + after;
    return api.ask(request, resource(), path, json -> read(json, at));
  }

  private FetchOutcome read(JsonNode json, PageCursor at) {
    var paging = JsonFields.object(json, "artists");
    var entries = JsonFields.array(paging, "items");
    if (paging == null || entries == null) {
      return new Unreadable("a page without artists");
    }
    var last = JsonFields.text(JsonFields.object(paging, "cursors"), "after");
    return switch (NextLink.of(paging, api.config().apiUrl())) {
      case NextLink.None _ -> page(paging, entries, null);
      case NextLink.Refused(var detail) -> new Unreadable(detail);
      case NextLink.More _ ->
          last == null || last.isEmpty()
              ? page(paging, entries, null)
              : more(paging, entries, at, last);
    };
  }

  private FetchOutcome more(JsonNode paging, List<JsonNode> entries, PageCursor at, String last) {
    var next = at.next(last);
    if (last.equals(at.value()) || next.page() >= api.config().maxPages()) {
      return new Unreadable("page " + at.page() + " of followed artists leads to no end");
    }
    return page(paging, entries, next);
  }

  private static Page page(JsonNode paging, List<JsonNode> entries, @Nullable PageCursor next) {
    var members =
        entries.stream()
            .map(entry -> SpotifyEntries.member(SpotifyItems.artist(entry), null))
            .filter(Objects::nonNull)
            .toList();
    return new Page(
        members,
        next == null ? null : next.cursor(),
        JsonFields.integer(paging, "total"),
        entries.size() - members.size());
  }
}
