package io.blendify.local.server;

import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.spotify.SpotifyApp;
import io.blendify.sandbox.spotify.SpotifySandbox;
import io.blendify.sandbox.world.World;
import io.blendify.sandbox.world.WorldOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The providers: the sandbox, or the real ones where the environment names an app of theirs. */
public final class Providers implements AutoCloseable {

  private final @Nullable SpotifySandbox spotify;

  private Providers(@Nullable SpotifySandbox spotify) {
    this.spotify = spotify;
  }

  static Providers start(SandboxClock clock, int port, DataFolder folder, Progress progress) {
    if (System.getenv("SPOTIFY_CLIENT_ID") != null) {
      progress.say("  Spotify is the real one, as SPOTIFY_CLIENT_ID asks.");
      return new Providers(null);
    }
    return new Providers(progress.step("Sandbox", () -> sandbox(clock, port, folder)));
  }

  private static SpotifySandbox sandbox(SandboxClock clock, int port, DataFolder folder) {
    try {
      var world = World.of(WorldOptions.defaults());
      return SpotifySandbox.start(world, clock, port, folder.grants());
    } catch (IOException e) {
      throw new LocalFault(
          "port %d is taken: choose another with --sandbox-port".formatted(port), e);
    } catch (UncheckedIOException e) {
      throw folder.damaged(folder.grants(), "holds no grants", e);
    }
  }

  /** The fake of Spotify; empty where the real one takes its place. */
  public Optional<SpotifySandbox> spotify() {
    return Optional.ofNullable(spotify);
  }

  /**
   * What the functions are told about the providers; what is in the environment needs no telling.
   */
  Map<String, Object> properties() {
    if (spotify == null) {
      return Map.of();
    }
    var app = SpotifyApp.standard();
    return Map.of(
        "spotify.client-id", app.clientId(),
        "spotify.client-secret", String.valueOf(app.secret()),
        "spotify.api-url", spotify.origin() + "/v1",
        "spotify.accounts-url", spotify.origin().toString());
  }

  @Override
  public void close() {
    if (spotify != null) {
      spotify.close();
    }
  }
}
