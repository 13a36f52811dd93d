package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.http.Answer;
import io.blendify.sandbox.http.Request;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.TopRange;
import io.blendify.sandbox.world.World;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The sandbox's own addresses under {@code /_sandbox}, for whoever is not in the same JVM: the
 * clock, the people, the switches of an app, faults, the log of requests, the books. A request it
 * cannot read is answered with 400 and why.
 */
final class AdminApi {

  private final SpotifySandbox sandbox;
  private final World world;
  private final Apps apps;
  private final Grants grants;

  AdminApi(SpotifySandbox sandbox, World world, Apps apps, Grants grants) {
    this.sandbox = sandbox;
    this.world = world;
    this.apps = apps;
    this.grants = grants;
  }

  Answer answer(Request request) {
    var path = List.of(request.path().substring("/_sandbox".length()).split("/", -1));
    var first = path.size() > 1 ? path.get(1) : "";
    var second = path.size() > 2 ? path.get(2) : "";
    var json =
        switch (request.method() + " " + first) {
          case "GET " -> overview();
          case "GET clock" -> clock();
          case "POST clock" -> moveClock(Json.read(request.body()));
          case "GET people" -> people();
          case "POST revoke" -> revoke(second);
          case "GET apps" -> switches(second);
          case "PUT apps" -> treat(second, Json.read(request.body()));
          case "POST apps" -> register(Json.read(request.body()));
          case "GET faults" -> faults();
          case "POST faults" -> addFault(Json.read(request.body()));
          case "DELETE faults" -> clearFaults();
          case "GET requests" -> requests();
          case "DELETE requests" -> clearRequests();
          case "GET books" -> books(request, person(second));
          default ->
              throw new IllegalArgumentException("no " + request.method() + " " + request.path());
        };
    return Answer.json(200, json.toPrettyString());
  }

  private static ObjectNode overview() {
    var json = Json.object();
    json.put("clock", "GET; POST {\"set\": \"2026-11-21T00:00:00Z\"} or {\"advance\": \"P1D\"}");
    json.put("people", "GET");
    json.put("revoke/{person}", "POST: the person withdraws every consent");
    json.put("apps", "POST {\"client_id\", \"secret\"?, \"redirect_uris\": []}");
    json.put(
        "apps/{client id}",
        "GET, PUT: shape, refresh_tokens, withheld_scopes, registered, premium, answers_items");
    json.put(
        "faults",
        "GET, DELETE, POST {\"path\", \"kind\", \"from\"?, \"times\"?, \"person\"?, \"query\"?, ...}");
    json.put("requests", "GET, DELETE");
    json.put("books/{person}", "GET ?at=&shape=&playlist=");
    return json;
  }

  private ObjectNode clock() {
    return Json.object().put("now", sandbox.clock().instant().toString());
  }

  private ObjectNode moveClock(JsonNode body) {
    if (body.has("set")) {
      sandbox.clock().set(parsed(body.get("set").asText()));
    } else if (body.has("advance")) {
      sandbox.clock().advance(FaultJson.duration(body.get("advance").asText()));
    } else {
      throw new IllegalArgumentException("neither set nor advance");
    }
    return clock();
  }

  private ObjectNode people() {
    var all = world.people().stream().map(AdminApi::person).toList();
    return Json.object().set("people", Json.array(all));
  }

  private static ObjectNode person(Person person) {
    return Json.object()
        .put("key", person.key())
        .put("id", person.id())
        .put("account_id", person.accountId())
        .put("display_name", person.displayName())
        .put("bio", person.bio())
        .put("demo", person.demo());
  }

  private ObjectNode revoke(String key) {
    grants.revoke(person(key));
    return Json.object().put("revoked", key);
  }

  private ObjectNode switches(String clientId) {
    return SwitchesJson.write(apps.switches(clientId));
  }

  private ObjectNode treat(String clientId, JsonNode body) {
    apps.treat(clientId, SwitchesJson.read(body, apps.switches(clientId)));
    return switches(clientId);
  }

  private ObjectNode register(JsonNode body) {
    var secret = body.path("secret").isTextual() ? body.get("secret").asText() : null;
    var redirects = SwitchesJson.texts(body.path("redirect_uris"));
    var app = new SpotifyApp(body.path("client_id").asText(), secret, List.copyOf(redirects));
    apps.register(app);
    return switches(app.clientId());
  }

  private ObjectNode faults() {
    var active =
        sandbox.faults().active().stream()
            .map(
                fault ->
                    Json.object()
                        .put("path", fault.path().toString())
                        .put("from", fault.from())
                        .put("times", fault.times())
                        .put("effect", fault.effect().toString()))
            .toList();
    return Json.object().set("faults", Json.array(active));
  }

  private ObjectNode addFault(JsonNode body) {
    sandbox.faults().add(FaultJson.read(body));
    return faults();
  }

  private ObjectNode clearFaults() {
    sandbox.faults().clear();
    return faults();
  }

  private ObjectNode requests() {
    var entries =
        sandbox.requests().entries().stream()
            .map(
                entry ->
                    Json.object()
                        .put("at", entry.at().toString())
                        .put("method", entry.method())
                        .put("path", entry.path())
                        .put("query", entry.query())
                        .put("person", entry.person())
                        .put("status", entry.status())
                        .put("fault", entry.fault()))
            .toList();
    return Json.object().set("requests", Json.array(entries));
  }

  private ObjectNode clearRequests() {
    sandbox.requests().clear();
    return requests();
  }

  private ObjectNode books(Request request, Person person) {
    var at =
        request.query().has("at")
            ? parsed(request.query().get("at", ""))
            : sandbox.clock().instant();
    var shape = Shape.named(request.query().get("shape", sandbox.switches().shape().name()));
    var books = new Books(world, shape);
    var json = Json.object().put("person", person.key()).put("at", at.toString());
    if (request.query().has("playlist")) {
      return json.set(
          "playlist_tracks", lines(books.playlistItems(request.query().get("playlist", ""), at)));
    }
    for (var range : TopRange.values()) {
      json.set("top_tracks_" + range.wire(), lines(books.topTracks(person, range, at)));
      json.set("top_artists_" + range.wire(), lines(books.topArtists(person, range, at)));
    }
    json.set("recently_played", lines(books.recentlyPlayed(person, at)));
    json.set("playlists", lines(books.playlists(person, at)));
    json.set("saved_tracks", lines(books.savedTracks(person, at)));
    json.set("saved_albums", lines(books.savedAlbums(person, at)));
    return json.set("followed_artists", lines(books.followedArtists(person, at)));
  }

  private static ArrayNode lines(List<Books.Line> lines) {
    return Json.array(lines.stream().map(Books.Line::entry).toList());
  }

  private Person person(String key) {
    return world
        .person(key)
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + key));
  }

  private static Instant parsed(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text + " is no instant such as 2026-11-21T00:00:00Z", e);
    }
  }
}
