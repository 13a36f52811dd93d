package io.blendify.providers.spotify;

import io.blendify.core.history.Observation;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.provider.SignIn;
import io.blendify.core.sync.Resource;
import io.blendify.providers.ListingContract;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.spotify.SpotifyApp;
import io.blendify.sandbox.spotify.SpotifySandbox;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Spotify beans, configured as an installation would be, on the sandbox. */
final class SandboxSpotify implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

  final SandboxClock clock = SandboxClock.frozenAt(NOW);
  final SpotifySandbox sandbox;
  private final ApplicationContext context;

  SandboxSpotify(String... settings) throws IOException {
    sandbox = SpotifySandbox.start(clock);
    context = ApplicationContext.run(properties(settings));
  }

  private Map<String, Object> properties(String... settings) {
    var properties = new HashMap<String, Object>();
    properties.put("spotify.client-id", SpotifyApp.standard().clientId());
    properties.put("spotify.client-secret", SpotifyApp.standard().secret());
    properties.put("spotify.api-url", sandbox.origin() + "/v1");
    properties.put("spotify.accounts-url", sandbox.origin().toString());
    for (int i = 0; i < settings.length; i += 2) {
      properties.put(settings[i], settings[i + 1]);
    }
    return properties;
  }

  SignIn signIn() {
    return context.getBean(SignIn.class);
  }

  List<Listing> listings() {
    return List.copyOf(context.getBeansOfType(Listing.class));
  }

  Listing listing(Resource resource) {
    return listings().stream()
        .filter(listing -> listing.resource() == resource)
        .findFirst()
        .orElseThrow();
  }

  AccessToken tokenOf(String person) {
    return new AccessToken(sandbox.issueTokens(person).accessToken());
  }

  /** Everything, page by page. */
  List<Observation> readAll(String person, Resource resource, String listKey) {
    var token = tokenOf(person);
    var read = new ArrayList<Observation>();
    Cursor cursor = null;
    do {
      var request = new ListingRequest(token, listKey, cursor, null);
      var page = ListingContract.page(listing(resource).page(request));
      read.addAll(page.observations());
      cursor = page.next();
    } while (cursor != null);
    return read;
  }

  @Override
  public void close() {
    context.close();
    sandbox.close();
  }
}
