package io.blendify.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api.Answer;
import io.blendify.api.Api.User;
import io.blendify.api.imports.FakeFiles;
import io.blendify.core.sync.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ada owns everything that bad requests are about, Bob takes part in her blend, Eve is a stranger.
 */
final class BadRequestsWorld {
  final FakeFiles files = new FakeFiles();
  final Api api =
      Api.start(new FakeSignIn(), new FakeListing(Resource.TOP_TRACKS, List.of("top")), files);
  private final User ada = api.user("Ada");
  private final User bob = api.user("Bob");
  private final User eve = api.user("Eve");
  private final Map<String, String> values = new TreeMap<>();
  private final String browser;

  BadRequestsWorld() {
    var blend = blend(ada);
    blend(ada);
    var invitation = invite(ada, blend);
    made(api.post("/v1/invitations/" + invite(ada, blend).text("token") + "/acceptance").as(bob));
    var revoked = invite(ada, blend);
    api.delete("/v1/blends/" + blend + "/invitations/" + revoked.text("id")).as(ada).send();
    var left = api.get("/v1/connect/tunes").inBrowserOf(ada).send();
    browser = left.cookie("blendify_connect");
    values.put("ada_email", ada.email());
    values.put("blend", blend);
    values.put("invitation", invitation.text("id"));
    values.put("token", invitation.text("token"));
    values.put("revoked_token", revoked.text("token"));
    values.put("eves_invitation", invite(eve, blend(eve)).text("id"));
    values.put("exclusion", exclusionOfAda());
    values.put("import", importOfAda());
    values.put("playlist", "evening");
    values.put("provider", "tunes");
    values.put("state", left.header("location").replaceAll(".*state=([^&]+).*", "$1"));
    values.put("cursor", api.get("/v1/blends?limit=1").as(ada).send().text("next_cursor"));
    values.put("unknown", UUID.randomUUID().toString());
    values.put("long", "x".repeat(300));
    values.put("very_long", "x".repeat(5_000));
    values.put("body_too_long", "{\"name\": \"" + "x".repeat(262_144) + "\"}");
    library();
  }

  private String blend(User user) {
    return made(api.post("/v1/blends").as(user).json("{\"name\": \"A blend\"}"))
        .json()
        .get("blend")
        .get("id")
        .getStringValue();
  }

  private Answer invite(User user, String blend) {
    return made(api.post("/v1/blends/" + blend + "/invitations").as(user));
  }

  private String importOfAda() {
    var file = "{\"file_name\": \"history.zip\", \"size_bytes\": 5}";
    return made(api.post("/v1/imports").as(ada).json(file)).text("id");
  }

  private String exclusionOfAda() {
    var artist = "{\"kind\": \"artist\", \"artist\": \"Taken out\"}";
    return made(api.post("/v1/me/exclusions").as(ada).json(artist)).text("id");
  }

  private static Answer made(Api.Call call) {
    var answer = call.send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  /** A connected account with one playlist. */
  private void library() {
    api.sql(
        """
        INSERT INTO provider_connections
          (id, user_id, provider, provider_user_id, status, consented_at, created_at, updated_at)
        VALUES (gen_random_uuid(), '%1$s', 'tunes', 'ada', 'active', '%2$s', '%2$s', '%2$s');
        INSERT INTO catalog.items (provider, kind, provider_item_id)
        VALUES ('tunes', 'playlist', 'evening');
        INSERT INTO catalog.item_versions (item_id, content_hash, name, metadata, first_seen_at)
        SELECT id, sha256('evening'), 'Evening', '{}', '%2$s' FROM catalog.items;
        INSERT INTO history.memberships
          (user_id, provider, resource, item_id, version_id, action, observed_at, job_id)
        SELECT '%1$s', 'tunes', 'playlists', item_id, id, 'added', '%2$s', gen_random_uuid()
        FROM catalog.item_versions;
        """
            .formatted(ada.id(), Api.START));
  }

  /** The calls that a line stands for: one, but for whoever is not signed in in several ways. */
  Stream<Api.Call> calls(BadRequest request) {
    if (request.kind().equals("unauthenticated") && request.status() == 401) {
      return Stream.concat(
          Stream.of(call(request)),
          Stream.of(forged(), signedOut(), ranOut())
              .map(token -> call(request).header("authorization", "Bearer " + token)));
    }
    return Stream.of(call(request));
  }

  private Api.Call call(BadRequest request) {
    var method = request.route().split(" ")[0];
    var call = api.call(method, filled(path(request))).cookie("blendify_connect", browser);
    var body = filled(request.body());
    var asked = body.isEmpty() ? call : call.body(request.mediaType(), body);
    return switch (request.who()) {
      case "ada" -> asked.as(ada);
      case "bob" -> asked.as(bob);
      case "eve" -> asked.as(eve);
      default -> asked;
    };
  }

  private static String path(BadRequest request) {
    var target = request.target();
    return target.startsWith("/") ? target : own(request.route().split(" ")[1]) + target;
  }

  /** The route's path with what Ada owns. */
  private static String own(String path) {
    var id = path.contains("/playlists/") ? "playlist" : path.contains("/imports/") ? "import" : "";
    return path.replace("{id}", "$" + (id.isEmpty() ? "blend" : id))
        .replaceAll("[{]([a-z]+)}", "\\$$1");
  }

  private String filled(String text) {
    var filled = text;
    for (var value : ((TreeMap<String, String>) values).descendingMap().entrySet()) {
      filled = filled.replace("$" + value.getKey(), value.getValue());
    }
    return filled;
  }

  private String forged() {
    var parts = ada.token().split("\\.");
    return parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
  }

  private String signedOut() {
    return sessionWith("revoked_at = created_at");
  }

  private String ranOut() {
    return sessionWith("expires_at = created_at");
  }

  private String sessionWith(String end) {
    var user = api.user("Ada, once");
    api.sql("UPDATE sessions SET " + end + " WHERE user_id = '" + user.id() + "'");
    return user.token();
  }
}
