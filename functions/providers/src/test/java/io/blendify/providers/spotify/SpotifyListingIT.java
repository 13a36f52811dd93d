package io.blendify.providers.spotify;

import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.Listing;
import io.blendify.providers.ListingContract;
import io.blendify.sandbox.spotify.Books.Access;
import io.blendify.sandbox.spotify.Edit;
import io.blendify.sandbox.spotify.Effect;
import io.blendify.sandbox.spotify.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SpotifyListingIT extends ListingContract {

  private static SandboxSpotify spotify;
  private static AccessToken token;
  private static AccessToken withdrawn;

  @BeforeAll
  static void start() throws IOException {
    spotify = new SandboxSpotify("spotify.timeout", "3s");
    withdrawn = spotify.tokenOf("aiko");
    spotify.sandbox.revoke("aiko");
    token = spotify.tokenOf("aiko");
  }

  @AfterAll
  static void stop() {
    spotify.close();
  }

  @Override
  protected List<Listing> listings() {
    return spotify.listings();
  }

  @Override
  protected String listKey(Listing listing) {
    return switch (listing.resource()) {
      case TOP_TRACKS, TOP_ARTISTS -> "short_term";
      case PLAYLIST_TRACKS -> openPlaylist();
      default -> "";
    };
  }

  @Override
  protected AccessToken token() {
    return token;
  }

  @Override
  protected AccessToken withdrawn() {
    return withdrawn;
  }

  @Override
  protected void cause(Trouble trouble) {
    spotify.sandbox.faults().add(Fault.on("/v1/**", effect(trouble)).always());
  }

  @Override
  protected void causeForeignNext() {
    var effect = Effect.edits(new Edit.ForeignNext("https://elsewhere.invalid"));
    spotify.sandbox.faults().add(Fault.on("/v1/**", effect).always());
  }

  @Override
  protected void calm() {
    spotify.sandbox.faults().clear();
  }

  private static Effect effect(Trouble trouble) {
    return switch (trouble) {
      case THROTTLED -> Effect.throttled(7);
      case THROTTLED_WITHOUT_A_LENGTH -> Effect.throttledWithoutHeader();
      case QUOTA_SPENT -> Effect.quotaExceeded(Duration.ofHours(13));
      case TOKEN_EXPIRED -> Effect.expired();
      case SCOPE_MISSING -> Effect.insufficientScope();
      case APP_REFUSED -> Effect.notRegistered();
      case BROKEN_GATEWAY -> Effect.brokenGateway(502);
      case ERROR_WITHOUT_A_BODY -> Effect.emptyError(503);
      case CUT_OFF -> Effect.cutOff();
      case TRUNCATED_JSON -> Effect.truncatedJson();
      case CONNECTION_RESET -> Effect.connectionReset();
      case TOO_SLOW -> Effect.dripping(Duration.ofSeconds(30));
    };
  }

  private static String openPlaylist() {
    var aiko = spotify.sandbox.world().person("aiko").orElseThrow();
    var books = spotify.sandbox.books();
    return books.playlists(aiko, SandboxSpotify.NOW).stream()
        .map(line -> line.id())
        .filter(id -> books.access(aiko, id, SandboxSpotify.NOW) == Access.OPEN)
        .filter(id -> books.playlistItems(id, SandboxSpotify.NOW).size() > 1)
        .findFirst()
        .orElseThrow();
  }
}
