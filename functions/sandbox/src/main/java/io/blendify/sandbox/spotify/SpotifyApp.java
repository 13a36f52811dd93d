package io.blendify.sandbox.spotify;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app as its owner entered it in the dashboard.
 *
 * @param secret null for an app that only ever uses PKCE
 * @param redirectUris each https, or http on 127.0.0.1 or [::1]; a loopback address without a port
 *     stands for every port, anything else is matched exactly
 */
public record SpotifyApp(String clientId, @Nullable String secret, List<String> redirectUris) {

  public SpotifyApp {
    redirectUris = List.copyOf(redirectUris);
    redirectUris.forEach(SpotifyApp::check);
  }

  /**
   * The app that is always there; it sends people back to Blendify's callback on whatever loopback
   * port.
   */
  public static SpotifyApp standard() {
    return new SpotifyApp(
        "blendify-sandbox", "sandbox-secret", List.of("http://127.0.0.1/v1/callback/spotify"));
  }

  /** Whether people may be sent back to the address. */
  boolean allows(String redirectUri) {
    return redirectUris.stream()
        .anyMatch(known -> known.equals(redirectUri) || portless(known, redirectUri));
  }

  private static boolean portless(String known, String asked) {
    try {
      var registered = URI.create(known);
      var given = URI.create(asked);
      return isLoopback(registered)
          && registered.getPort() == -1
          && given.getPort() != -1
          && asked.replaceFirst(":" + given.getPort(), "").equals(known);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void check(String redirectUri) {
    var uri = URI.create(redirectUri);
    if (!"https".equals(uri.getScheme()) && !isLoopback(uri)) {
      throw new IllegalArgumentException(
          redirectUri + ": neither https nor http on a loopback address");
    }
  }

  private static boolean isLoopback(URI uri) {
    return "http".equals(uri.getScheme())
        && ("127.0.0.1".equals(uri.getHost()) || "[::1]".equals(uri.getHost()));
  }
}
