package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.world.TopRange;
import io.blendify.sandbox.world.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything under {@code /v1/me}. */
final class Libraries {

  private static final int MOST_OFFSET = Integer.MAX_VALUE / 2;

  private final World world;

  Libraries(World world) {
    this.world = world;
  }

  ObjectNode profile(Call call) {
    var json = books(call).profile(call.person(), call.now());
    if (!call.consent().scopes().contains("user-read-email")) {
      json.remove("email");
    }
    if (!call.consent().scopes().contains("user-read-private")) {
      json.remove(List.of("country", "product", "explicit_content"));
    }
    return json;
  }

  ObjectNode top(Call call, String kind) {
    call.needs("user-top-read");
    var wanted = call.query().get("time_range", "medium_term");
    var range =
        Arrays.stream(TopRange.values())
            .filter(known -> known.wire().equals(wanted))
            .findFirst()
            .orElseThrow(() -> Call.badRequest("Invalid time range"));
    var lines =
        switch (kind) {
          case "tracks" -> books(call).topTracks(call.person(), range, call.now());
          case "artists" -> books(call).topArtists(call.person(), range, call.now());
          default -> throw Call.notFound();
        };
    return offsetPage(call, call.address(), Map.of("time_range", wanted), lines, MOST_OFFSET);
  }

  ObjectNode savedTracks(Call call) {
    call.needs("user-library-read");
    call.checkMarket();
    return offsetPage(
        call,
        call.address(),
        Map.of(),
        books(call).savedTracks(call.person(), call.now()),
        MOST_OFFSET);
  }

  ObjectNode savedAlbums(Call call) {
    call.needs("user-library-read");
    call.checkMarket();
    return offsetPage(
        call,
        call.address(),
        Map.of(),
        books(call).savedAlbums(call.person(), call.now()),
        MOST_OFFSET);
  }

  /** The addresses in this answer lead to {@code /v1/users/…}, which newer apps may not call. */
  ObjectNode playlists(Call call) {
    call.needs("playlist-read-private");
    var address = call.request().origin() + "/v1/users/" + call.person().id() + "/playlists";
    var lines = books(call).playlists(call.person(), call.now(), call.number());
    boolean shared = call.consent().scopes().contains("playlist-read-collaborative");
    var visible =
        shared
            ? lines
            : lines.stream()
                .filter(line -> !line.entry().path("collaborative").asBoolean())
                .toList();
    return offsetPage(call, address, Map.of(), visible, 100_000);
  }

  ObjectNode recentlyPlayed(Call call) {
    call.needs("user-read-recently-played");
    int limit = call.limit(20, 50);
    var after = call.millis("after");
    var before = call.millis("before");
    if (after != null && before != null) {
      throw Call.badRequest("after and before must not be used together");
    }
    var reachable = call.seen(books(call).recentlyPlayed(call.person(), call.now()));
    var asked =
        reachable.stream()
            .filter(line -> after == null || millis(line) > after)
            .filter(line -> before == null || millis(line) < before)
            .toList();
    var page = asked.subList(0, Math.min(limit, asked.size()));
    var json = Json.object();
    json.set("items", Json.array(page.stream().map(Books.Line::entry).toList()));
    var query = new LinkedHashMap<>(call.query().values());
    query.put("limit", Integer.toString(limit));
    json.put("href", Paging.link(call.address(), query)).put("limit", limit);
    return withPlayCursors(json, call, page, asked.size() > page.size());
  }

  private static ObjectNode withPlayCursors(
      ObjectNode json, Call call, List<Books.Line> page, boolean more) {
    if (page.isEmpty()) {
      return json.putNull("next").putNull("cursors");
    }
    var newest = Long.toString(millis(page.getFirst()));
    var oldest = Long.toString(millis(page.getLast()));
    json.putObject("cursors").put("after", newest).put("before", oldest);
    var query = new LinkedHashMap<String, String>();
    query.put("before", oldest);
    query.put("limit", Integer.toString(json.get("limit").asInt()));
    return json.put("next", more ? Paging.link(call.address(), query) : null);
  }

  ObjectNode following(Call call) {
    if (!"artist".equals(call.query().get("type"))) {
      throw Call.badRequest(call.query().has("type") ? "Invalid type" : "Missing parameter type");
    }
    call.needs("user-follow-read");
    int limit = call.limit(20, 50);
    var after = call.query().get("after");
    var all = call.seen(books(call).followedArtists(call.person(), call.now()));
    var rest =
        all.stream().filter(line -> after == null || place(line) > world.place(after)).toList();
    var page = rest.subList(0, Math.min(limit, rest.size()));
    boolean more = rest.size() > page.size();
    var json = Json.object();
    json.set("items", Json.array(page.stream().map(Books.Line::entry).toList()));
    json.put("href", Paging.link(call.address(), followQuery(limit, after == null ? "" : after)));
    json.put("limit", limit).put("total", all.size());
    var last = more ? page.getLast().id() : null;
    json.putObject("cursors").put("after", last);
    json.put("next", last == null ? null : Paging.link(call.address(), followQuery(limit, last)));
    return Json.object().set("artists", json);
  }

  private static Map<String, String> followQuery(int limit, String after) {
    var query = new LinkedHashMap<String, String>();
    query.put("type", "artist");
    query.put("limit", Integer.toString(limit));
    if (!after.isEmpty()) {
      query.put("after", after);
    }
    return query;
  }

  private long place(Books.Line line) {
    return world.place(line.id() == null ? "" : line.id());
  }

  private static long millis(Books.Line line) {
    return line.at() == null ? Instant.EPOCH.toEpochMilli() : line.at().toEpochMilli();
  }

  private static ObjectNode offsetPage(
      Call call,
      String address,
      Map<String, String> fixed,
      List<Books.Line> lines,
      int mostOffset) {
    var entries = Lazily.each(call.seen(lines), (_, line) -> line.entry());
    return Paging.page(address, fixed, entries, call.limit(20, 50), call.offset(mostOffset));
  }

  private Books books(Call call) {
    return new Books(world, call.shape());
  }
}
