package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.world.Album;
import io.blendify.sandbox.world.Artist;
import io.blendify.sandbox.world.Catalog;
import io.blendify.sandbox.world.Track;
import io.blendify.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code /v1/search}: by ISRC and UPC exactly, by name as a part of it. */
final class Search {

  private static final Pattern FILTER =
      Pattern.compile("(isrc|upc|artist|track|album|year):(\"[^\"]*\"|\\S+)");
  private static final Set<String> TYPES = Set.of("track", "album", "artist");

  private final World world;
  private final Catalog catalog;

  Search(World world) {
    this.world = world;
    this.catalog = world.catalog();
  }

  /** What was asked for: filters by their name, and the words that belong to none. */
  private record Wish(Map<String, String> filters, String words) {

    static Wish of(String q) {
      var filters = new LinkedHashMap<String, String>();
      var matcher = FILTER.matcher(q);
      while (matcher.find()) {
        filters.put(matcher.group(1), matcher.group(2).replace("\"", ""));
      }
      return new Wish(filters, FILTER.matcher(q).replaceAll("").strip());
    }

    boolean fits(String filter, String value) {
      return !filters.containsKey(filter) || contains(value, filters.getOrDefault(filter, ""));
    }

    boolean named(String value) {
      return contains(value, words);
    }

    private static boolean contains(String value, String part) {
      return value.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
  }

  ObjectNode answer(Call call) {
    var q = call.query().get("q", "");
    var types = List.of(call.query().get("type", "").split(",", -1));
    if (q.isBlank()) {
      throw Call.badRequest("No search query");
    }
    if (!TYPES.containsAll(types)) {
      throw Call.badRequest("Bad search type field");
    }
    boolean narrow = call.shape() == Shape.NEW_ONLY;
    int limit = call.limit(narrow ? 5 : 20, narrow ? 10 : 50);
    int offset = call.offset(1_000);
    var json = Json.object();
    for (String type : types) {
      var fixed = new LinkedHashMap<String, String>();
      fixed.put("q", q);
      fixed.put("type", type);
      json.set(
          type + "s",
          Paging.page(call.address(), fixed, found(call, type, Wish.of(q)), limit, offset));
    }
    return json;
  }

  private List<ObjectNode> found(Call call, String type, Wish wish) {
    var wire = new Wire(world, call.shape(), call.now());
    return switch (type) {
      case "track" -> tracks(wish).map(wire::track).toList();
      case "album" -> albums(wish).map(wire::album).toList();
      default -> artists(wish).map(wire::artist).toList();
    };
  }

  private Stream<Track> tracks(Wish wish) {
    var isrc = wish.filters().get("isrc");
    var from = isrc == null ? catalog.tracks() : catalog.withIsrc(isrc);
    return from.stream()
        .filter(track -> wish.named(track.name()) && wish.fits("track", track.name()))
        .filter(track -> wish.fits("album", track.album().name()))
        .filter(track -> wish.fits("year", track.album().releaseDate()))
        .filter(
            track ->
                track.artists().stream().anyMatch(artist -> wish.fits("artist", artist.name())));
  }

  private Stream<Album> albums(Wish wish) {
    return catalog.albums().stream()
        .filter(album -> wish.named(album.name()) && wish.fits("album", album.name()))
        .filter(album -> wish.fits("upc", album.upc()) && wish.fits("year", album.releaseDate()))
        .filter(
            album ->
                album.artists().stream().anyMatch(artist -> wish.fits("artist", artist.name())));
  }

  private Stream<Artist> artists(Wish wish) {
    return catalog.artists().stream()
        .filter(artist -> wish.named(artist.name()) && wish.fits("artist", artist.name()));
  }
}
