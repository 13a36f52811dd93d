package io.blendify.sandbox.spotify;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The apps that the provider knows, and how it treats each of them. */
final class Apps {

  private final Map<String, SpotifyApp> apps = new ConcurrentHashMap<>();
  private final Map<String, Switches> switches = new ConcurrentHashMap<>();

  void register(SpotifyApp app) {
    apps.put(app.clientId(), app);
    switches.putIfAbsent(app.clientId(), Switches.standard());
  }

  Optional<SpotifyApp> find(String clientId) {
    return Optional.ofNullable(apps.get(clientId));
  }

  /** Throws an IllegalArgumentException when there is no such app. */
  Switches switches(String clientId) {
    require(clientId);
    return Objects.requireNonNull(switches.get(clientId));
  }

  void treat(String clientId, Switches as) {
    require(clientId);
    switches.put(clientId, as);
  }

  private void require(String clientId) {
    if (!apps.containsKey(clientId)) {
      throw new IllegalArgumentException("no app " + clientId);
    }
  }
}
