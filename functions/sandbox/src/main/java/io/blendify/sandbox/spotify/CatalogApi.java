package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.world.Album;
import io.blendify.sandbox.world.Artist;
import io.blendify.sandbox.world.Catalog;
import io.blendify.sandbox.world.Track;
import io.blendify.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Single tracks, albums and artists, and the calls with {@code ids=} that the newest apps lost. */
final class CatalogApi {

  private final World world;
  private final Catalog catalog;

  CatalogApi(World world) {
    this.world = world;
    this.catalog = world.catalog();
  }

  ObjectNode track(Call call, String id) {
    call.checkMarket();
    return json(call, required(catalog.track(id), id));
  }

  ObjectNode album(Call call, String id) {
    call.checkMarket();
    return json(call, required(catalog.album(id), id));
  }

  ObjectNode artist(Call call, String id) {
    return json(call, required(catalog.artist(id), id));
  }

  ObjectNode albumTracks(Call call, String id) {
    call.checkMarket();
    var tracks = catalog.tracksOf(required(catalog.album(id), id));
    var wire = wire(call);
    return Paging.page(
        call.address(),
        Map.of(),
        Lazily.each(tracks, (_, track) -> wire.simplifiedTrack(track)),
        call.limit(20, 50),
        call.offset(1_000));
  }

  ObjectNode tracks(Call call) {
    return several(call, "tracks", catalog::track, track -> json(call, track));
  }

  ObjectNode albums(Call call) {
    return several(call, "albums", catalog::album, album -> json(call, album));
  }

  ObjectNode artists(Call call) {
    return several(call, "artists", catalog::artist, artist -> json(call, artist));
  }

  /** Unknown ids are answered with null, in their place. */
  private static <T> ObjectNode several(
      Call call, String name, Function<String, @Nullable T> find, Function<T, ObjectNode> json) {
    if (!call.shape().hasOld()) {
      throw Call.forbidden();
    }
    var found = new ArrayList<JsonNode>();
    for (String id : List.of(call.query().get("ids", "").split(",", -1))) {
      WebApi.checkId(id);
      var one = find.apply(id);
      found.add(one == null ? NullNode.getInstance() : json.apply(one));
    }
    return Json.object().set(name, Json.array(found));
  }

  private ObjectNode json(Call call, Track track) {
    return wire(call).track(track);
  }

  private ObjectNode json(Call call, Album album) {
    return wire(call).fullAlbum(album, catalog.tracksOf(album));
  }

  private ObjectNode json(Call call, Artist artist) {
    return wire(call).artist(artist);
  }

  private Wire wire(Call call) {
    return new Wire(world, call.shape(), call.now());
  }

  private static <T> T required(@Nullable T found, String id) {
    WebApi.checkId(id);
    if (found == null) {
      throw Call.notFound();
    }
    return found;
  }
}
