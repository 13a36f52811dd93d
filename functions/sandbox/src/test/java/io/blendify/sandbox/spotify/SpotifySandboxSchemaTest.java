package io.blendify.sandbox.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.world.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every answer of the sandbox is what the provider's published schema says, in each of the three
 * shapes.
 */
final class SpotifySandboxSchemaTest {

  private static final SandboxClock CLOCK =
      SandboxClock.frozenAt(Instant.parse("2026-11-21T18:00:00Z"));
  private static Optional<OpenApi> document = Optional.empty();
  private static SpotifySandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    document = OpenApi.find();
    if (document.isEmpty()) {
      System.out.println(
          "SpotifySandboxSchemaTest: no shared/providers beside the repository: nothing is checked");
    }
    assumeTrue(document.isPresent(), "no shared/providers beside the repository");
    sandbox = SpotifySandbox.start(CLOCK);
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void everyPersonsListsFitTheSchema(Shape shape) throws Exception {
    sandbox.treat(Switches.standard().withShape(shape));
    var schema = document.orElseThrow().forShape(shape);
    for (var person : sandbox.world().demoPeople()) {
      var caller = Caller.of(sandbox, person.key());
      check(schema, "/me", caller, "/v1/me");
      check(schema, "/me/top/tracks", caller, "/v1/me/top/tracks?limit=50&time_range=long_term");
      check(schema, "/me/top/artists", caller, "/v1/me/top/artists?limit=50");
      check(schema, "/me/player/recently-played", caller, "/v1/me/player/recently-played?limit=50");
      check(schema, "/me/playlists", caller, "/v1/me/playlists?limit=50");
      check(schema, "/me/tracks", caller, "/v1/me/tracks?limit=50");
      check(schema, "/me/albums", caller, "/v1/me/albums?limit=10");
      check(schema, "/me/following", caller, "/v1/me/following?type=artist&limit=50");
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void playlistsAndTheirContentsFitTheSchema(Shape shape) throws Exception {
    sandbox.treat(Switches.standard().withShape(shape));
    var schema = document.orElseThrow().forShape(shape).withLocalFiles();
    var mira = person("mira");
    var caller = Caller.of(sandbox, "mira");
    int open = 0;
    for (var line : sandbox.books().playlists(mira, CLOCK.instant())) {
      if (sandbox.books().access(mira, line.id(), CLOCK.instant()) == Books.Access.OPEN) {
        open++;
        var address = "/v1/playlists/" + line.id();
        var types = "additional_types=track,episode";
        check(schema, "/playlists/{playlist_id}", caller, address + "?" + types);
        check(
            schema, "/playlists/{playlist_id}/items", caller, address + "/items?limit=50&" + types);
        if (shape.hasOld()) {
          check(
              schema,
              "/playlists/{playlist_id}/tracks",
              caller,
              address + "/tracks?limit=50&" + types);
        }
      }
    }
    assertThat(open).isGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void theCatalogueFitsTheSchema(Shape shape) throws Exception {
    sandbox.treat(Switches.standard().withShape(shape));
    var schema = document.orElseThrow().forShape(shape);
    var caller = Caller.of(sandbox, "mira");
    var track = sandbox.world().catalog().tracks().iterator().next();
    check(schema, "/tracks/{id}", caller, "/v1/tracks/" + track.id());
    check(schema, "/albums/{id}", caller, "/v1/albums/" + track.album().id());
    check(schema, "/albums/{id}/tracks", caller, "/v1/albums/" + track.album().id() + "/tracks");
    check(schema, "/artists/{id}", caller, "/v1/artists/" + track.artists().getFirst().id());
    check(schema, "/search", caller, "/v1/search?limit=5&type=track,album,artist&q=a");
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void errorsFitTheSchema(Shape shape) throws Exception {
    sandbox.treat(Switches.standard().withShape(shape));
    var schema = document.orElseThrow().forShape(shape);
    var stranger = new Caller(sandbox, "no-token").get("/v1/me");
    assertThat(schema.faults("/me", 401, Json.read(stranger.body()))).isEmpty();
    sandbox.faults().add(Fault.on("/v1/me", Effect.throttled(3)));
    var throttled = Caller.of(sandbox, "mira").get("/v1/me");
    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(schema.faults("/me", 429, Json.read(throttled.body()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void theSchemaRefusesWhatDoesNotFit(Shape shape) throws Exception {
    sandbox.treat(Switches.standard().withShape(shape));
    var schema = document.orElseThrow().forShape(shape);
    var page = (ObjectNode) Caller.of(sandbox, "mira").json("/v1/me/top/tracks?limit=2");
    var track = (ObjectNode) page.at("/items/1");
    track.put("duration_ms", "long");
    ((ObjectNode) track.get("album")).putNull("name");
    assertThat(schema.faults("/me/top/tracks", 200, page))
        .anyMatch(fault -> fault.getInstanceLocation().toString().contains("duration_ms"))
        .anyMatch(fault -> fault.getInstanceLocation().toString().contains("name"));
    page.remove("total");
    assertThat(schema.faults("/me/top/tracks", 200, page))
        .anyMatch(fault -> fault.getMessage().contains("total"));
  }

  private static Person person(String key) {
    return sandbox.world().person(key).orElseThrow();
  }

  private static void check(OpenApi schema, String path, Caller caller, String address)
      throws Exception {
    assertThat(schema.faults(path, 200, caller.json(address))).as(address).isEmpty();
  }
}
