package io.blendify.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.provider.ProfileOutcome.Found;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.core.sync.Resource;
import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensIT {

  private static final ProviderId SPOTIFY = new ProviderId("spotify");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final AtomicReference<Instant> TIME = new AtomicReference<>(NOON);
  private static final FakeSignIn SIGN_IN = new FakeSignIn();
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final ApplicationContext CONTEXT =
      ApplicationContext.builder()
          .properties(DATABASE.properties())
          .properties(Map.of("blendify.token-keyset", TokenCipher.newKeyset()))
          .singletons(
              (InstantSource) TIME::get,
              SIGN_IN,
              new FakeListing(Resource.TOP_TRACKS),
              new FakeListing(Resource.PLAYLISTS),
              new FakeListing(Resource.PLAYLIST_TRACKS))
          .start();

  private final AccessTokens tokens = CONTEXT.getBean(AccessTokens.class);
  private final Connecting connecting = CONTEXT.getBean(Connecting.class);
  private final Connections connections = CONTEXT.getBean(Connections.class);
  private final UUID anna = UUID.randomUUID();

  @AfterAll
  static void close() {
    CONTEXT.close();
    DATABASE.close();
  }

  @BeforeEach
  void setUp() throws SQLException {
    TIME.set(NOON);
    SIGN_IN.shown.clear();
    SIGN_IN.answer =
        _ -> {
          throw new AssertionError("nobody should refresh");
        };
    person(anna);
  }

  @Test
  void aTokenThatIsGoodIsGivenAsItIs() {
    var connection = connect(anna, "account-" + anna);

    assertThat(tokens.usable(connection.id())).isEqualTo(usable("access-1"));
    assertThat(SIGN_IN.shown).isEmpty();
  }

  @Test
  void aTokenThatRunsOutIsRenewedAndTheOldRefreshTokenKeptWhereTheAnswerHasNone() {
    var connection = connect(anna, "account-" + anna);
    SIGN_IN.answer = _ -> granted("access-2", null);
    later(Duration.ofMinutes(60));

    assertThat(tokens.usable(connection.id())).isEqualTo(usable("access-2"));
    later(Duration.ofMinutes(60));
    SIGN_IN.answer = _ -> granted("access-3", null);
    assertThat(tokens.usable(connection.id())).isEqualTo(usable("access-3"));
    assertThat(SIGN_IN.shown).containsExactly("refresh-1", "refresh-1");
  }

  @Test
  void aNewRefreshTokenTakesTheOldOnesPlace() {
    var connection = connect(anna, "account-" + anna);
    SIGN_IN.answer = _ -> granted("access-2", "refresh-2");
    later(Duration.ofMinutes(60));
    tokens.usable(connection.id());
    SIGN_IN.answer = _ -> granted("access-3", "refresh-3");
    later(Duration.ofMinutes(60));

    assertThat(tokens.usable(connection.id())).isEqualTo(usable("access-3"));
    assertThat(SIGN_IN.shown).containsExactly("refresh-1", "refresh-2");
  }

  @Test
  void newTokensAreKeptThoughTheDatabaseRefusesThemAtFirst() throws SQLException {
    var connection = connect(anna, "account-" + anna);
    later(Duration.ofMinutes(60));
    SIGN_IN.answer = _ -> granted("access-2", "refresh-2");
    owner("CREATE SEQUENCE stumbles");
    owner("GRANT ALL ON SEQUENCE stumbles TO PUBLIC");
    owner(
        """
        CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF nextval('public.stumbles') <= 3 THEN RAISE EXCEPTION 'try again'; END IF;
          RETURN NEW;
        END $$
        """);
    owner(
        "CREATE TRIGGER stumble BEFORE UPDATE ON provider_connections FOR EACH ROW"
            + " WHEN (NEW.token_version > OLD.token_version) EXECUTE FUNCTION stumble()");
    try {
      assertThat(tokens.usable(connection.id())).isEqualTo(usable("access-2"));
    } finally {
      owner("DROP FUNCTION stumble CASCADE");
      owner("DROP SEQUENCE stumbles");
    }

    SIGN_IN.answer = _ -> granted("access-3", "refresh-3");
    later(Duration.ofMinutes(60));
    tokens.usable(connection.id());
    assertThat(SIGN_IN.shown)
        .as("the first refresh token was spent, the second was not lost")
        .containsExactly("refresh-1", "refresh-2");
  }

  private static void owner(String sql) throws SQLException {
    try (var connection = DATABASE.asOwner();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aRefusedTokenIsRenewedThoughItShouldStillBeGood() {
    var connection = connect(anna, "account-" + anna);
    SIGN_IN.answer = _ -> granted("access-2", null);

    assertThat(tokens.after(connection.id(), new AccessToken("access-1")))
        .isEqualTo(usable("access-2"));
    assertThat(tokens.after(connection.id(), new AccessToken("access-1")))
        .as("somebody has renewed it already")
        .isEqualTo(usable("access-2"));
    assertThat(SIGN_IN.shown).hasSize(1);
  }

  @Test
  void ofManyWorkersOneRefreshesAndAllGetItsToken() throws Exception {
    var connection = connect(anna, "account-" + anna);
    later(Duration.ofMinutes(60));
    SIGN_IN.answer = _ -> granted("access-2", "refresh-2");
    var start = new CountDownLatch(1);
    try (var workers = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<java.util.concurrent.Future<TokenAnswer>>();
      for (int worker = 0; worker < 4; worker++) {
        answers.add(
            workers.submit(
                () -> {
                  start.await();
                  return tokens.usable(connection.id());
                }));
      }
      start.countDown();
      for (var answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(usable("access-2"));
      }
    }
    assertThat(SIGN_IN.shown).containsExactly("refresh-1");
  }

  @Test
  void whoFindsAnotherAtWorkTriesLater() throws Exception {
    var connection = connect(anna, "account-" + anna);
    later(Duration.ofMinutes(60));
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    SIGN_IN.answer = _ -> answerAfter(asked, answer);
    try (var worker = Executors.newSingleThreadExecutor()) {
      var first = worker.submit(() -> tokens.usable(connection.id()));
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(impatient().usable(connection.id())).isInstanceOf(TokenAnswer.TryLater.class);
      answer.countDown();
      assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(usable("access-2"));
    }
    assertThat(SIGN_IN.shown).hasSize(1);
  }

  @Test
  void theLeaseOfAWorkerThatDiedIsTakenOver() throws SQLException {
    var connection = connect(anna, "account-" + anna);
    later(Duration.ofMinutes(60));
    update(
        "UPDATE provider_connections SET refresh_lease_until = ? WHERE id = ?",
        TIME.get().plusSeconds(30),
        connection.id());
    assertThat(impatient().usable(connection.id())).isInstanceOf(TokenAnswer.TryLater.class);

    later(Duration.ofSeconds(30));
    SIGN_IN.answer = _ -> granted("access-2", null);
    assertThat(impatient().usable(connection.id())).isEqualTo(usable("access-2"));
  }

  @Test
  void withoutConsentTheTokensAreDroppedAndTheOpenJobsEnd() throws SQLException {
    var connection = connect(anna, "account-" + anna);
    var open = job(connection, "saved_tracks", "parked");
    var done = job(connection, "top_tracks", "completed");
    later(Duration.ofMinutes(60));
    SIGN_IN.answer = _ -> new TokenOutcome.ConsentGone("invalid_grant");

    assertThat(tokens.usable(connection.id()))
        .isEqualTo(new TokenAnswer.ReconnectRequired("invalid_grant"));
    assertThat(tokens.usable(connection.id()))
        .as("nobody is asked again")
        .isEqualTo(new TokenAnswer.ReconnectRequired("invalid_grant"));
    assertThat(SIGN_IN.shown).hasSize(1);

    var after = connections.find(connection.id()).orElseThrow();
    assertThat(after.status()).isEqualTo(ConnectionStatus.RECONNECT_REQUIRED);
    assertThat(secretsLeft(connection.id())).isZero();
    assertThat(text("SELECT status || ' ' || reason FROM sync_jobs WHERE id = ?", open))
        .isEqualTo("failed reconnect_required");
    assertThat(text("SELECT status FROM sync_jobs WHERE id = ?", done)).isEqualTo("completed");
    assertThat(
            text(
                "SELECT string_agg(DISTINCT reason, ',') FROM provider_sync_status"
                    + " WHERE connection_id = ?",
                connection.id()))
        .isEqualTo("reconnect_required");
  }

  @Test
  void troubleOnTheirSideKeepsTheTokens() {
    var connection = connect(anna, "account-" + anna);
    later(Duration.ofMinutes(60));
    SIGN_IN.answer = _ -> new TokenOutcome.Unavailable(Duration.ofSeconds(30), "503");

    assertThat(tokens.usable(connection.id()))
        .isEqualTo(new TokenAnswer.TryLater(Duration.ofSeconds(30), "503"));
    SIGN_IN.answer = _ -> granted("access-2", null);
    assertThat(impatient().usable(connection.id()))
        .as("the lease was given back")
        .isEqualTo(usable("access-2"));
  }

  @Test
  void aRefusedAppIsNotThePersonsFault() {
    var connection = connect(anna, "account-" + anna);
    later(Duration.ofMinutes(60));
    SIGN_IN.answer = _ -> new TokenOutcome.AppRefused("invalid_client");

    assertThat(tokens.usable(connection.id()))
        .isEqualTo(new TokenAnswer.AppRefused("invalid_client"));
    assertThat(connections.find(connection.id()).orElseThrow().status())
        .isEqualTo(ConnectionStatus.ACTIVE);
    SIGN_IN.answer = _ -> granted("access-2", null);
    assertThat(impatient().usable(connection.id())).isEqualTo(usable("access-2"));
  }

  @Test
  void aSignInThatThrowsGivesTheLeaseBack() {
    var connection = connect(anna, "account-" + anna);
    later(Duration.ofMinutes(60));
    SIGN_IN.answer =
        _ -> {
          throw new IllegalStateException("a fault of ours");
        };

    assertThatThrownBy(() -> tokens.usable(connection.id())).hasMessage("a fault of ours");
    SIGN_IN.answer = _ -> granted("access-2", null);
    assertThat(impatient().usable(connection.id())).isEqualTo(usable("access-2"));
  }

  @Test
  void tokensCopiedToAnotherPersonsRowCannotBeOpened() throws SQLException {
    var ben = UUID.randomUUID();
    person(ben);
    var hers = connect(anna, "account-" + anna);
    var his = connect(ben, "account-" + ben);
    update(
        "UPDATE provider_connections SET access_token_encrypted ="
            + " (SELECT access_token_encrypted FROM provider_connections WHERE id = ?)"
            + " WHERE id = ?",
        hers.id(),
        his.id());

    assertThatThrownBy(() -> tokens.usable(his.id())).hasMessageContaining("cannot open");
  }

  @Test
  void aConnectionKnowsWhenItsConsentEndsAndWhatItCanList() throws SQLException {
    var connection = connect(anna, "account-" + anna);

    assertThat(connection.consentedAt()).isEqualTo(NOON);
    assertThat(connection.consentExpiresAt()).isEqualTo("2026-09-01T12:00:00Z");
    assertThat(connection.scopes()).containsExactly("a-scope", "b-scope");
    assertThat(
            text(
                "SELECT string_agg(resource || ':' || list_key, ' ' ORDER BY resource, list_key)"
                    + " FROM provider_sync_status WHERE connection_id = ?",
                connection.id()))
        .isEqualTo("playlists: top_tracks:long_term top_tracks:medium_term top_tracks:short_term");
    assertThat(connections.findConsentEnding(NOON, Instant.parse("2026-09-02T00:00:00Z"), 100))
        .contains(connection);
    assertThat(connections.findConsentEnding(NOON, Instant.parse("2026-08-02T00:00:00Z"), 100))
        .doesNotContain(connection);
  }

  @Test
  void connectingAgainRestoresWhatWasLost() throws SQLException {
    var connection = connect(anna, "account-" + anna);
    tokens.reconnectRequired(connection.id(), "refused twice");
    later(Duration.ofDays(1));
    var again = connect(anna, "account-" + anna);

    assertThat(again.id()).isEqualTo(connection.id());
    assertThat(again.status()).isEqualTo(ConnectionStatus.ACTIVE);
    assertThat(again.statusDetail()).isNull();
    assertThat(again.consentedAt()).isEqualTo(TIME.get());
    assertThat(tokens.usable(again.id())).isEqualTo(usable("access-1"));
    assertThat(
            text(
                "SELECT count(*)::text FROM provider_sync_status"
                    + " WHERE connection_id = ? AND reason IS NULL AND next_due_at = ?",
                connection.id(),
                TIME.get()))
        .isEqualTo("4");
  }

  @Test
  void anAccountBelongsToOnePersonAndAPersonHasOneAccount() throws SQLException {
    var ben = UUID.randomUUID();
    person(ben);
    connect(anna, "account-" + anna);

    assertThat(tryConnect(ben, "account-" + anna)).isInstanceOf(ConnectOutcome.AccountTaken.class);
    assertThat(tryConnect(anna, "another-" + anna))
        .isInstanceOf(ConnectOutcome.OtherAccountConnected.class);
    assertThat(connections.find(ben, SPOTIFY)).isEmpty();
    assertThat(connections.findByUser(anna)).hasSize(1);
    assertThat(connections.findByAccount(SPOTIFY, "account-" + anna)).isPresent();
  }

  private Connection connect(UUID user, String account) {
    return ((ConnectOutcome.Connected) tryConnect(user, account)).connection();
  }

  private ConnectOutcome tryConnect(UUID user, String account) {
    var tokens =
        new Granted(
            new AccessToken("access-1"),
            new RefreshToken("refresh-1"),
            Duration.ofHours(1),
            Set.of("b-scope", "a-scope"));
    return connecting.connect(user, SPOTIFY, new Found(account, account, "Anna", null), tokens);
  }

  private static AccessTokens impatient() {
    return new AccessTokens(
        CONTEXT.getBean(Tokens.class),
        CONTEXT.getBean(TokenCipher.class),
        List.of(SIGN_IN),
        TIME::get,
        attempt -> attempt == 0);
  }

  private static TokenOutcome answerAfter(CountDownLatch asked, CountDownLatch answer) {
    asked.countDown();
    try {
      if (!answer.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("asked a second time");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return granted("access-2", null);
  }

  private static Granted granted(String access, String refresh) {
    return new Granted(
        new AccessToken(access),
        refresh == null ? null : new RefreshToken(refresh),
        Duration.ofHours(1),
        Set.of());
  }

  private static TokenAnswer usable(String access) {
    return new TokenAnswer.Usable(new AccessToken(access));
  }

  private static void later(Duration duration) {
    TIME.updateAndGet(time -> time.plus(duration));
  }

  private static UUID job(Connection connection, String resource, String status)
      throws SQLException {
    var id = UUID.randomUUID();
    update(
        """
        INSERT INTO sync_jobs (id, user_id, connection_id, provider, resource, trigger, status,
                               not_before, created_at, updated_at)
        VALUES (?, ?, ?, 'spotify', ?, 'schedule', ?, ?, ?, ?)
        """,
        id,
        connection.userId(),
        connection.id(),
        resource,
        status,
        NOON,
        NOON,
        NOON);
    return id;
  }

  private static void person(UUID id) throws SQLException {
    update(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES (?, 'Anna', ?, ?)",
        id,
        NOON,
        NOON);
  }

  private static int secretsLeft(UUID connection) throws SQLException {
    var sql =
        "SELECT (num_nonnulls(access_token_encrypted, refresh_token_encrypted, token_expires_at))"
            + "::text FROM provider_connections WHERE id = ?";
    return Integer.parseInt(text(sql, connection));
  }

  private static void update(String sql, Object... values) throws SQLException {
    try (var connection = DATABASE.asApp();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    }
  }

  private static String text(String sql, Object... values) throws SQLException {
    try (var connection = DATABASE.asApp();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static void bind(java.sql.PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      var value =
          values[i] instanceof Instant at ? at.atOffset(java.time.ZoneOffset.UTC) : values[i];
      statement.setObject(i + 1, value);
    }
  }

  private record FakeListing(Resource resource) implements Listing {

    @Override
    public ProviderId provider() {
      return SPOTIFY;
    }

    @Override
    public List<String> scopes() {
      return List.of("a-scope");
    }

    @Override
    public FetchOutcome page(ListingRequest request) {
      throw new UnsupportedOperationException();
    }
  }
}
