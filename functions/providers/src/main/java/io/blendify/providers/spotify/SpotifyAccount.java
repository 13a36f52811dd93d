package io.blendify.providers.spotify;

import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.providers.json.JsonFields;
import io.blendify.providers.json.JsonTree;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer about an account says: its tokens, and whose it is. */
final class SpotifyAccount {

  private static final int USUAL_LIFETIME = 3600;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private SpotifyAccount() {}

  /** Reads {@code POST /api/token} (RFC 6749, section 5.1). */
  static TokenOutcome tokens(byte[] body) {
    var json = read(body);
    var access = filled(json, "access_token");
    if (access == null) {
      return new TokenOutcome.Unavailable(PAUSE, "an answer without an access token");
    }
    var refresh = filled(json, "refresh_token");
    var seconds = JsonFields.integer(json, "expires_in");
    return new TokenOutcome.Granted(
        new AccessToken(access),
        refresh == null ? null : new RefreshToken(refresh),
        Duration.ofSeconds(seconds == null || seconds < 1 ? USUAL_LIFETIME : seconds),
        scopes(filled(json, "scope")));
  }

  private static Set<String> scopes(@Nullable String scope) {
    return scope == null ? Set.of() : Set.of(scope.strip().split(" +"));
  }

  /** Reads {@code GET /me}. Older apps get no {@code account_id}: then {@code id} is the key. */
  static ProfileOutcome profile(byte[] body) {
    var json = read(body);
    var account = filled(json, "account_id");
    var id = filled(json, "id");
    var key = account == null ? id : account;
    if (key == null) {
      return new ProfileOutcome.Unavailable("a profile without an id");
    }
    return new ProfileOutcome.Found(
        key,
        id == null ? key : id,
        filled(json, "display_name"),
        SpotifyImages.widest(JsonFields.array(json, "images")));
  }

  private static @Nullable JsonNode read(byte[] body) {
    try {
      return JsonTree.read(body);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable String filled(@Nullable JsonNode json, String name) {
    var text = JsonFields.text(json, name);
    return text == null || text.isBlank() ? null : text;
  }
}
