package io.blendify.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.local.server.LocalFault;
import io.blendify.local.server.LocalSystem;
import io.blendify.local.server.Progress;
import io.blendify.sandbox.spotify.SpotifySandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/**
 * Two people connect Spotify, a third uploads the file that a service gave them, they blend:
 * through the public API alone, as anybody could.
 */
public final class MainJob {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PLAYS_IN_FILE = 3_000;
  private static final String NAME = "Demo blend";

  private final LocalSystem system;
  private final SpotifySandbox spotify;
  private final Progress progress;
  private final String signs;

  /**
   * @param again whether an earlier run did it on this data
   * @throws LocalFault where the real providers are in the sandbox's place
   */
  public MainJob(LocalSystem system, boolean again, Progress progress) {
    this.system = system;
    this.progress = progress;
    this.signs = again ? " signs in" : " signs up";
    this.spotify =
        system
            .providers()
            .spotify()
            .orElseThrow(
                () -> new LocalFault("the demo needs the sandbox: unset SPOTIFY_CLIENT_ID"));
  }

  /** Does it all and prints what came out. */
  public void run() {
    var people = spotify.world().demoPeople();
    progress.say("");
    var first = connected(people.get(0).key());
    var second = connected(people.get(1).key());
    var third = imported(people.get(2).key());
    progress.say("");
    var known = known(first);
    var blend =
        known.isPresent()
            ? progress.step("Their blend is asked for anew", () -> refresh(first, known.get()))
            : progress.step(
                "Blend made, two invited, both accept", () -> blend(first, second, third));
    progress.step("Taste compared, tracks chosen", () -> await(() -> isComputed(first, blend)));
    Report.print(
        first.get("/v1/blends/" + blend),
        first.get("/v1/blends/" + blend + "/tracks?limit=10"),
        progress);
  }

  private Listener connected(String key) {
    var name = capitalised(key);
    var listener = new Listener(system.url(), name);
    progress.step(
        name + signs + " by connecting Spotify",
        () -> {
          listener.connect("spotify", key);
          return true;
        });
    progress.step(name + "'s library is read", () -> await(() -> isSynced(listener)));
    progress.say("    " + counts(listener));
    return listener;
  }

  private Listener imported(String key) {
    var name = capitalised(key);
    var listener = new Listener(system.url(), name);
    progress.step(name + signs + " with an e-mail address", () -> enter(listener, key));
    var id = progress.step(name + " uploads a streaming history", () -> upload(listener, key));
    progress.step(
        name + "'s file is imported", () -> await(() -> isDone(listener.get("/v1/imports/" + id))));
    var done = listener.get("/v1/imports/" + id);
    progress.say(
        "    %s: took %s, new %s, skipped %s"
            .formatted(
                done.path("format").asText(),
                Report.counts(done.path("taken")),
                Report.counts(done.path("added")),
                Report.counts(done.path("skipped"))));
    return listener;
  }

  private static boolean enter(Listener listener, String key) {
    listener.enter(
        Map.of("email", key + "@example.com", "password", "a password for the demo only"));
    return true;
  }

  private String upload(Listener listener, String key) throws IOException {
    var person = spotify.world().person(key).orElseThrow();
    var file = HistoryFile.of(spotify.world(), person, system.clock().instant(), PLAYS_IN_FILE);
    return listener.upload("/v1/imports?file_name=my_spotify_data.zip", file).path("id").asText();
  }

  /** The blend of an earlier run. */
  private static Optional<String> known(Listener owner) {
    return StreamSupport.stream(owner.get("/v1/blends").path("items").spliterator(), false)
        .filter(
            blend -> blend.path("is_owner").asBoolean() && blend.path("name").asText().equals(NAME))
        .map(blend -> blend.path("id").asText())
        .findFirst();
  }

  private static String refresh(Listener owner, String blend) {
    owner.post("/v1/blends/" + blend + "/refresh", Map.of());
    return blend;
  }

  private static String blend(Listener owner, Listener... guests) {
    var made =
        owner.post(
            "/v1/blends",
            Map.of(
                "name",
                NAME,
                "algorithm_type",
                "balanced",
                "algorithm_config",
                Map.of("length", 30, "seed", 2026, "no_repeat", 0)));
    var id = made.path("blend").path("id").asText();
    for (var guest : guests) {
      var token = owner.post("/v1/blends/" + id + "/invitations", Map.of()).path("token").asText();
      guest.post(
          "/v1/invitations/" + token + "/acceptance",
          Map.of(
              "resources",
              List.of("top_tracks", "top_artists", "recently_played", "saved_tracks")));
    }
    return id;
  }

  private static boolean isSynced(Listener listener) {
    var states = listener.get("/v1/me/syncs").path("items");
    return !states.isEmpty()
        && StreamSupport.stream(states.spliterator(), false)
            .noneMatch(state -> state.path("state").asText().matches("syncing|never_synced"));
  }

  private static boolean isDone(JsonNode imported) {
    return switch (imported.path("status").asText()) {
      case "completed" -> true;
      case "refused", "failed" ->
          throw new LocalFault("the import ended: " + imported.path("detail").asText());
      default -> false;
    };
  }

  /** With all three in it: a computation from before the last acceptance does not count. */
  private static boolean isComputed(Listener owner, String blend) {
    var detail = owner.get("/v1/blends/" + blend);
    return detail.path("score").path("details").path("coverage").size() == 3
        && detail.path("refresh").path("status").asText().equals("completed");
  }

  private static boolean await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new LocalFault("not done within " + PATIENCE.toMinutes() + " minutes; see the log");
      }
      Thread.sleep(200);
    }
    return true;
  }

  private static String counts(Listener listener) {
    var text = new StringBuilder();
    for (var state : listener.get("/v1/me/syncs").path("items")) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(state.path("resource").asText())
          .append(' ')
          .append(state.path("items").asInt());
    }
    return text.toString();
  }

  private static String capitalised(String key) {
    return Character.toUpperCase(key.charAt(0)) + key.substring(1);
  }
}
