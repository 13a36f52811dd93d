package io.blendify.providers.spotify;

import io.blendify.core.ProviderId;
import io.blendify.core.history.Observation;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Shape;
import io.blendify.providers.json.JsonFields;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A listing whose pages are counted by {@code offset}. Our cursor is the next offset.
 *
 * @param path the address for a list key
 * @param entry reads one entry; null for one that is skipped
 * @param version below the API's address, where the state of a listing has a name; null where not
 * @param cap what happens to listings that do not end
 */
record OffsetListing(
    SpotifyApi api,
    Resource resource,
    List<String> scopes,
    UnaryOperator<String> path,
    Function<JsonNode, @Nullable Observation> entry,
    @Nullable UnaryOperator<String> version,
    Cap cap)
    implements Listing {

  /**
   * The most that is read.
   *
   * @param isEnough whether what lies deeper is left; if not, a longer listing is a fault
   */
  record Cap(int pages, boolean isEnough) {
    int offset() {
      return pages * SpotifyApi.LIMIT;
    }
  }

  @Override
  public ProviderId provider() {
    return SpotifyItems.SPOTIFY;
  }

  @Override
  public FetchOutcome page(ListingRequest request) {
    var cursor = request.cursor();
    var offset = cursor == null ? 0 : Integer.parseInt(cursor.value());
    var base = path.apply(request.listKey());
    var window = "limit=" + SpotifyApi.LIMIT + "&offset=" + offset;
    var address = base + (base.contains("?") ? "&" : "?") + window;
    return api.ask(request, resource, address, json -> read(json, offset));
  }

  @Override
  public List<Cursor> following(Cursor page, int total, int most) {
    int from = Integer.parseInt(page.value()) + SpotifyApi.LIMIT;
    int until = Math.min(total, cap.offset());
    return IntStream.iterate(from, offset -> offset < until, offset -> offset + SpotifyApi.LIMIT)
        .limit(most)
        .mapToObj(offset -> new Cursor(String.valueOf(offset)))
        .toList();
  }

  @Override
  public @Nullable String version(ListingRequest request) {
    return version == null ? null : api.snapshot(version.apply(request.listKey()), request.token());
  }

  private FetchOutcome read(JsonNode json, int offset) {
    var entries = JsonFields.array(json, "items");
    if (entries == null) {
      return new Unreadable("a page without items");
    }
    return switch (NextLink.of(json, api.config().apiUrl())) {
      case NextLink.None _ -> page(json, entries, entries.size(), null);
      case NextLink.Refused(var detail) -> new Unreadable(detail);
      case NextLink.More(var query) -> more(json, entries, offset, query.get("offset"));
    };
  }

  /** The number in the link says where the next page starts; its address says nothing. */
  private FetchOutcome more(
      JsonNode json, List<JsonNode> entries, int offset, @Nullable String linked) {
    var full = Math.max(SpotifyApi.LIMIT, entries.size());
    var said = linked == null ? offset + full : offset(linked);
    if (said <= offset || said > offset + full) {
      return new Unreadable("after offset " + offset + " comes " + linked);
    }
    var next = Math.max(said, offset + entries.size());
    if (next < cap.offset()) {
      return page(json, entries, next - offset, new Cursor(String.valueOf(next)));
    }
    return cap.isEnough()
        ? page(json, entries, entries.size(), null)
        : new Unreadable("more than " + cap.pages() + " pages");
  }

  private static int offset(String linked) {
    return linked.matches("\\d{1,9}") ? Integer.parseInt(linked) : -1;
  }

  /** A short page keeps its places: what follows has the positions that Spotify counts. */
  private Page page(JsonNode json, List<JsonNode> entries, int places, @Nullable Cursor next) {
    var read = new ArrayList<Observation>(places);
    entries.stream().map(entry).filter(Objects::nonNull).forEach(read::add);
    var skipped = entries.size() - read.size();
    while (resource.shape() == Shape.LIST && read.size() < places) {
      read.add(SpotifyEntries.EMPTY_PLACE);
    }
    return new Page(read, next, JsonFields.integer(json, "total"), skipped);
  }
}
