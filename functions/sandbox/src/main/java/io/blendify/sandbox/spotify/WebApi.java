package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.http.Answer;
import io.blendify.sandbox.http.Request;
import io.blendify.sandbox.world.World;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Web API: who calls, may they, and which resource answers. */
final class WebApi {

  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{22}");

  private final Apps apps;
  private final Grants grants;
  private final InstantSource clock;
  private final Libraries libraries;
  private final Playlists playlists;
  private final CatalogApi catalog;
  private final Search search;
  private final AtomicLong calls = new AtomicLong();

  WebApi(World world, Apps apps, Grants grants, InstantSource clock) {
    this.apps = apps;
    this.grants = grants;
    this.clock = clock;
    this.libraries = new Libraries(world);
    this.playlists = new Playlists(world);
    this.catalog = new CatalogApi(world);
    this.search = new Search(world);
  }

  /**
   * @param hidden how many elements at the front of lists are taken as absent
   */
  Answer answer(Request request, int hidden) {
    try {
      var call = admitted(request, hidden);
      if (!request.method().equals("GET")) {
        return Errors.api(405, "Method not allowed");
      }
      return new Answer(
          200, Answer.JSON, Map.of("Cache-Control", "private, max-age=0"), route(call).toString());
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  /**
   * The consent behind the request's token, also when the token has expired; null without a known
   * token.
   */
  Grants.@Nullable Consent consent(Request request) {
    return request
        .header("Authorization")
        .filter(header -> header.startsWith("Bearer "))
        .flatMap(header -> grants.findAccess(header.substring(7).trim()))
        .map(Grants.Access::consent)
        .orElse(null);
  }

  static void checkId(String id) {
    if (!ID.matcher(id).matches()) {
      throw Call.badRequest("invalid id");
    }
  }

  private Call admitted(Request request, int hidden) {
    var header = request.header("Authorization").orElse("");
    if (header.isEmpty()) {
      throw new Refusal(Errors.unauthorized("No token provided"));
    }
    if (!header.startsWith("Bearer ")) {
      throw Call.badRequest("Only valid bearer authentication supported");
    }
    var access =
        grants
            .findAccess(header.substring(7).trim())
            .orElseThrow(() -> new Refusal(Errors.unauthorized("Invalid access token")));
    if (!clock.instant().isBefore(access.until())) {
      throw new Refusal(Errors.unauthorized("The access token expired"));
    }
    var switches = apps.switches(access.consent().clientId());
    var registered = switches.registered();
    if (registered != null && !registered.contains(access.consent().person().key())) {
      throw new Refusal(Errors.notRegistered());
    }
    if (!switches.premium()) {
      throw new Refusal(Errors.premium());
    }
    return new Call(
        request, access.consent(), switches, clock.instant(), calls.incrementAndGet(), hidden);
  }

  private ObjectNode route(Call call) {
    var path = List.of(call.request().path().substring("/v1/".length()).split("/", -1));
    var rest = path.subList(1, path.size());
    return switch (path.getFirst()) {
      case "me" -> me(call, String.join("/", rest));
      case "playlists" -> playlist(call, rest);
      case "users" -> user(call, rest);
      case "tracks" -> rest.isEmpty() ? catalog.tracks(call) : catalog.track(call, only(rest));
      case "artists" -> rest.isEmpty() ? catalog.artists(call) : catalog.artist(call, only(rest));
      case "albums" -> album(call, rest);
      case "search" -> search.answer(call);
      default -> throw Call.notFound();
    };
  }

  private ObjectNode me(Call call, String rest) {
    return switch (rest) {
      case "" -> libraries.profile(call);
      case "top/tracks" -> libraries.top(call, "tracks");
      case "top/artists" -> libraries.top(call, "artists");
      case "player/recently-played" -> libraries.recentlyPlayed(call);
      case "playlists" -> libraries.playlists(call);
      case "tracks" -> libraries.savedTracks(call);
      case "albums" -> libraries.savedAlbums(call);
      case "following" -> libraries.following(call);
      default -> throw Call.notFound();
    };
  }

  private ObjectNode playlist(Call call, List<String> rest) {
    if (rest.size() == 1) {
      return playlists.one(call, rest.getFirst());
    }
    return switch (rest.size() == 2 ? rest.get(1) : "") {
      case "items" -> playlists.items(call, rest.getFirst());
      case "tracks" -> playlists.tracks(call, rest.getFirst());
      default -> throw Call.notFound();
    };
  }

  /** Removed for the newest apps; older ones reach their own list under this address. */
  private ObjectNode user(Call call, List<String> rest) {
    if (!call.shape().hasOld()) {
      throw Call.forbidden();
    }
    if (rest.equals(List.of(call.person().id(), "playlists"))) {
      return libraries.playlists(call);
    }
    throw Call.notFound();
  }

  private ObjectNode album(Call call, List<String> rest) {
    if (rest.size() == 2 && rest.get(1).equals("tracks")) {
      return catalog.albumTracks(call, rest.getFirst());
    }
    return rest.isEmpty() ? catalog.albums(call) : catalog.album(call, only(rest));
  }

  private static String only(List<String> rest) {
    if (rest.size() != 1) {
      throw Call.notFound();
    }
    return rest.getFirst();
  }
}
