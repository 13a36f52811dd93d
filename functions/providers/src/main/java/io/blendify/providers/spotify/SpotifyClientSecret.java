package io.blendify.providers.spotify;

import io.blendify.core.secret.Secret;
import io.blendify.core.secret.Secrets;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The app's secret: one of the settings, or one that an operator may change while we run. */
@Singleton
final class SpotifyClientSecret {

  private static final String SETTING = "spotify.client-secret";

  private final @Nullable String set;
  private final @Nullable Secret<String> kept;

  /**
   * @param secrets null where nobody looks after secrets
   */
  SpotifyClientSecret(SpotifyConfig config, @Nullable Secrets secrets) {
    this.set = config.clientSecret();
    this.kept =
        secrets != null && secrets.has(SETTING)
            ? secrets.member(SETTING, "client_secret", Function.identity())
            : null;
  }

  /** Empty for a public client, which has PKCE alone. */
  Optional<String> value() {
    return Optional.ofNullable(kept == null ? set : kept.value()).filter(text -> !text.isEmpty());
  }
}
