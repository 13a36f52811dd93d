package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.world.Playlist;
import io.blendify.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /v1/playlists/{id}} and its contents under the new and the old address. */
final class Playlists {

  private final World world;

  Playlists(World world) {
    this.world = world;
  }

  /** Contents are there only for owner and collaborators; for others the head comes without. */
  ObjectNode one(Call call, String id) {
    call.checkMarket();
    var playlist = find(call, id);
    var wire = new PlaylistWire(call.shape(), new Wire(world, call.shape(), call.now()));
    var json = wire.head(playlist, call.number());
    json.putObject("followers").putNull("href").put("total", 0);
    if (playlist.isOpenTo(call.person())) {
      int limit = call.shape() == Shape.NEW_ONLY ? 50 : 100;
      if (call.shape().hasNew()) {
        json.set("items", contents(call, playlist, "items", limit, 0));
      }
      if (call.shape().hasOld()) {
        json.set("tracks", contents(call, playlist, "tracks", limit, 0));
      }
    }
    return json;
  }

  ObjectNode items(Call call, String id) {
    call.needs("playlist-read-private");
    if (!call.switches().answersItems()) {
      throw Call.notFound();
    }
    return contents(call, id, "items", 50);
  }

  /** The address of before February 2026: closed to the newest apps. */
  ObjectNode tracks(Call call, String id) {
    call.needs("playlist-read-private");
    if (!call.shape().hasOld()) {
      throw Call.forbidden();
    }
    return contents(call, id, "tracks", 100);
  }

  private ObjectNode contents(Call call, String id, String path, int mostLimit) {
    call.checkMarket();
    var playlist = find(call, id);
    if (!playlist.isOpenTo(call.person())) {
      throw Call.forbidden();
    }
    return contents(call, playlist, path, call.limit(20, mostLimit), call.offset(100_000));
  }

  private ObjectNode contents(Call call, Playlist playlist, String path, int limit, int offset) {
    var types = call.query().get("additional_types", "track");
    boolean episodes = List.of(types.split(",", -1)).contains("episode");
    var lines = call.seen(new Books(world, call.shape()).entries(playlist, call.now(), episodes));
    Map<String, String> fixed = new LinkedHashMap<>();
    if (call.query().has("additional_types")) {
      fixed.put("additional_types", types);
    }
    var address = call.request().origin() + "/v1/playlists/" + playlist.id() + "/" + path;
    return Paging.page(
        address, fixed, Lazily.each(lines, (_, line) -> line.entry()), limit, offset);
  }

  private Playlist find(Call call, String id) {
    WebApi.checkId(id);
    return world
        .playlist(id, call.now())
        .filter(found -> found.kind() != Playlist.Kind.OF_PROVIDER)
        .orElseThrow(Call::notFound);
  }
}
