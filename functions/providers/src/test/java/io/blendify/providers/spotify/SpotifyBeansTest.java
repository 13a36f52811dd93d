package io.blendify.providers.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.provider.Listing;
import io.blendify.core.provider.SignIn;
import io.blendify.core.sync.Resource;
import io.blendify.providers.spotify.SpotifyConfig.PlaylistPath;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotifyBeansTest {

  @Test
  void withAClientIdThereIsASignInAndAListingForEveryResource() {
    try (var context = ApplicationContext.run(Map.of("spotify.client-id", "client-one"))) {
      assertThat(context.getBean(SignIn.class).provider().value()).isEqualTo("spotify");
      assertThat(context.getBeansOfType(Listing.class))
          .hasSize(8)
          .allSatisfy(listing -> assertThat(listing.provider().value()).isEqualTo("spotify"))
          .allSatisfy(listing -> assertThat(listing.scopes()).hasSize(1))
          .extracting(Listing::resource)
          .containsExactlyInAnyOrder(Resource.values());
    }
  }

  @Test
  void withoutAClientIdThereIsNothing() {
    for (var settings :
        List.of(Map.<String, Object>of(), Map.<String, Object>of("spotify.client-id", ""))) {
      try (var context = ApplicationContext.run(settings)) {
        assertThat(context.getBeansOfType(SignIn.class)).isEmpty();
        assertThat(context.getBeansOfType(Listing.class)).isEmpty();
      }
    }
  }

  @Test
  void theDefaultsAreSpotifysOwnAddresses() {
    assertThat(configured(Map.of("spotify.client-id", "client-one")))
        .isEqualTo(
            new SpotifyConfig(
                "client-one",
                null,
                URI.create("https://api.spotify.com/v1"),
                URI.create("https://accounts.spotify.com"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                16_777_216,
                PlaylistPath.ITEMS,
                4,
                2_000));
  }

  @Test
  void everySettingCanBeGiven() {
    var config =
        configured(
            Map.of(
                "spotify.client-id", "client-one",
                "spotify.client-secret", "secret-one",
                "spotify.api-url", "http://127.0.0.1:9000/v1/",
                "spotify.accounts-url", "http://127.0.0.1:9000",
                "spotify.timeout", "3s",
                "spotify.playlist-path", "tracks",
                "spotify.top-pages", "1"));
    assertThat(config.clientSecret()).isEqualTo("secret-one");
    assertThat(config.apiUrl()).hasToString("http://127.0.0.1:9000/v1");
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.playlistPath()).isEqualTo(PlaylistPath.TRACKS);
    assertThat(config.topPages()).isEqualTo(1);
    assertThat(config.toString()).doesNotContain("secret-one");
  }

  private static SpotifyConfig configured(Map<String, Object> settings) {
    try (var context = ApplicationContext.run(settings)) {
      return context.getBean(SpotifyConfig.class);
    }
  }
}
