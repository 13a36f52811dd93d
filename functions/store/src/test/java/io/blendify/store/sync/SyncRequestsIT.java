package io.blendify.store.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncRequestsIT {

  private static final ProviderId FAKE = new ProviderId("fake");
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final ApplicationContext CONTEXT =
      ApplicationContext.builder()
          .properties(DATABASE.properties())
          .singletons((InstantSource) () -> NOON)
          .start();

  private final SyncRequests requests = CONTEXT.getBean(SyncRequests.class);
  private UUID user;

  @AfterAll
  static void close() {
    CONTEXT.close();
    DATABASE.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    user = UUID.randomUUID();
    var connection = UUID.randomUUID();
    execute("UPDATE sync_jobs SET status = 'completed'");
    execute("DELETE FROM provider_sync_status");
    execute(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES ('%s', 'x', '%s', '%s')"
            .formatted(user, NOON, NOON));
    execute(
        ("INSERT INTO provider_connections (id, user_id, provider, provider_user_id, status,"
                + " consented_at, created_at, updated_at)"
                + " VALUES ('%s', '%s', 'fake', '%s', 'active', '%s', '%s', '%s')")
            .formatted(connection, user, user, NOON, NOON, NOON));
    for (var listing : List.of("saved_tracks", "playlists", "playlist_tracks")) {
      execute(
          ("INSERT INTO provider_sync_status (connection_id, resource, list_key, user_id, provider,"
                  + " next_due_at, updated_at) VALUES ('%s', '%s', '', '%s', 'fake', '%s', '%s')")
              .formatted(connection, listing, user, NOON, NOON));
    }
  }

  @Test
  void eachListingGetsOneJobAndTheSameWishAgainNamesIt() {
    var first = requests.request(user, FAKE, Set.of());
    var second = requests.request(user, FAKE, Set.of());

    assertThat(first).extracting(SyncAnswer::resource).containsExactly("playlists", "saved_tracks");
    assertThat(first).extracting(SyncAnswer::started).containsOnly(true);
    assertThat(second).extracting(SyncAnswer::started).containsOnly(false);
    assertThat(second)
        .extracting(SyncAnswer::jobId)
        .isEqualTo(first.stream().map(SyncAnswer::jobId).toList());
  }

  @Test
  void aWishForPlaylistTracksIsOneForPlaylists() {
    assertThat(requests.request(user, FAKE, Set.of(Resource.PLAYLIST_TRACKS)))
        .extracting(SyncAnswer::resource)
        .containsExactly("playlists");
  }

  @Test
  void whatTheProviderCannotSupplyIsUnsupportedAndNotEmpty() {
    var answer = requests.request(user, FAKE, Set.of(Resource.TOP_TRACKS)).getFirst();
    assertThat(answer.reason()).isEqualTo(Reason.UNSUPPORTED);
    assertThat(answer.jobId()).isNull();
  }

  @Test
  void aCooldownIsAnsweredWithItsEnd() throws SQLException {
    execute("UPDATE provider_sync_status SET cooldown_until = '2026-05-04T12:04:00Z'");
    var answer = requests.request(user, FAKE, Set.of(Resource.SAVED_TRACKS)).getFirst();
    assertThat(answer.reason()).isEqualTo(Reason.COOLDOWN);
    assertThat(answer.possibleAt()).isEqualTo(NOON.plusSeconds(240));
  }

  @Test
  void twoSchedulersAtOnceStartEachListingOnce() throws Exception {
    Callable<List<OutgoingJob>> scheduler = () -> requests.startDue(100);
    try (var both = Executors.newFixedThreadPool(2)) {
      var started = 0;
      for (var one : both.invokeAll(List.of(scheduler, scheduler))) {
        started += one.get().size();
      }
      assertThat(started).isEqualTo(3);
    }
    assertThat(requests.startDue(100)).isEmpty();
  }

  @Test
  void nothingIsDueWhereTheConnectionIsGone() throws SQLException {
    execute("UPDATE provider_connections SET status = 'reconnect_required'");
    assertThat(requests.startDue(100)).isEmpty();
    assertThat(requests.request(user, FAKE, Set.of(Resource.SAVED_TRACKS)).getFirst().reason())
        .isEqualTo(Reason.RECONNECT_REQUIRED);
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = DATABASE.asApp();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
