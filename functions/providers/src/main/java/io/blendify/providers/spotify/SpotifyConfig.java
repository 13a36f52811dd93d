package io.blendify.providers.spotify;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which Spotify app this installation is, and how it is used.
 *
 * @param clientSecret null or empty for a public client, which has PKCE alone
 * @param apiUrl with its version: {@code https://api.spotify.com/v1}
 * @param timeout for an answer to begin, and again for it to end
 * @param maxBody bytes of one answer, unpacked; a page of 50 albums can have some millions
 * @param playlistPath the last part of the address of a playlist's content, which differs by app
 * @param topPages pages of a top list to read, 50 places each; what lies deeper is left
 * @param maxPages pages of any other listing; one that has more is taken for a loop
 */
@ConfigurationProperties("spotify")
record SpotifyConfig(
    String clientId,
    @Nullable String clientSecret,
    @Bindable(defaultValue = "https://api.spotify.com/v1") URI apiUrl,
    @Bindable(defaultValue = "https://accounts.spotify.com") URI accountsUrl,
    @Bindable(defaultValue = "5s") Duration connectTimeout,
    @Bindable(defaultValue = "20s") Duration timeout,
    @Bindable(defaultValue = "16777216") int maxBody,
    @Bindable(defaultValue = "items") PlaylistPath playlistPath,
    @Bindable(defaultValue = "4") int topPages,
    @Bindable(defaultValue = "2000") int maxPages) {

  /** Development-mode apps have {@code items} only; older apps may have {@code tracks} only. */
  enum PlaylistPath {
    ITEMS,
    TRACKS
  }

  SpotifyConfig {
    apiUrl = withoutSlash(apiUrl);
    accountsUrl = withoutSlash(accountsUrl);
    if (topPages < 1 || maxPages < 1 || maxBody < 1) {
      throw new IllegalArgumentException("spotify: page caps and max-body start at 1");
    }
  }

  /** The secret is not printed. */
  @Override
  public String toString() {
    return "SpotifyConfig[" + clientId + ", " + apiUrl + ", " + accountsUrl + "]";
  }

  private static URI withoutSlash(URI uri) {
    if (!uri.isAbsolute() || uri.getHost() == null) {
      throw new IllegalArgumentException("spotify: no absolute address: " + uri);
    }
    return URI.create(uri.toString().replaceFirst("/+$", ""));
  }
}
