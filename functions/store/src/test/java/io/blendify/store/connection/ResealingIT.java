package io.blendify.store.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.ProviderId;
import io.blendify.core.secret.SecretVault;
import io.blendify.store.TestDatabase;
import io.blendify.store.secret.TestVault;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResealingIT {

  private static final ProviderId PROVIDER = new ProviderId("spotify");
  private static final Duration LATER = Duration.ofMinutes(6);

  private final TestDatabase database = TestDatabase.fresh();
  private TokenKeyset keys = TokenKeyset.fresh().rotated(java.util.Set.of());
  private final TestVault vault = new TestVault(keys.text());
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private ApplicationContext context;
  private Resealing resealing;

  @BeforeEach
  void start() {
    var settings = new HashMap<>(database.properties());
    settings.put("blendify.token-keyset-arn", "the-keys");
    context =
        ApplicationContext.builder()
            .properties(settings)
            .build()
            .registerSingleton(SecretVault.class, vault)
            .registerSingleton(InstantSource.class, () -> now)
            .start();
    resealing = context.getBean(Resealing.class);
  }

  @AfterEach
  void stop() {
    context.close();
    database.close();
  }

  @Test
  void everythingIsSealedWithTheNewKeyAndReadsTheSame() throws SQLException {
    var old = keys.primary();
    var people = new UUID[1_203];
    for (int i = 0; i < people.length; i++) {
      people[i] = connect("access-" + i, i % 3 == 0 ? null : "refresh-" + i);
    }
    assertThat(resealing.keysInUse()).containsExactly(old);

    rotate();
    var done = resealing.run(() -> true);

    assertThat(done).isEqualTo(new Resealing.Resealed(people.length, 0, true));
    assertThat(resealing.keysInUse()).containsExactly(keys.primary()).doesNotContain(old);
    var cipher = context.getBean(TokenCipher.class);
    for (int i = 0; i < people.length; i += 100) {
      var row = row(people[i]);
      assertThat(cipher.open(row.accessTokenEncrypted(), row.accessPlace()))
          .isEqualTo("access-" + i);
    }
    assertThat(resealing.run(() -> true)).isEqualTo(new Resealing.Resealed(0, 0, true));
  }

  @Test
  void itWaitsUntilNobodySealsWithTheOldKeyAnyMore() throws SQLException {
    connect("access", "refresh");
    keys = keys.rotated(resealing.keysInUse());
    vault.current(keys.text());

    assertThat(resealing.run(() -> true).resealed()).isZero();
    now = now.plus(LATER);
    assertThat(resealing.run(() -> true).resealed()).isEqualTo(1);
  }

  @Test
  void aRunThatIsStoppedIsGoneOnWithAndFollowedByAWholePass() throws SQLException {
    for (int i = 0; i < 700; i++) {
      connect("access-" + i, null);
    }
    rotate();

    assertThat(resealing.run(() -> false)).isEqualTo(new Resealing.Resealed(500, 0, false));
    assertThat(resealing.run(() -> false)).isEqualTo(new Resealing.Resealed(200, 0, false));
    assertThat(resealing.run(() -> true)).isEqualTo(new Resealing.Resealed(0, 0, true));
  }

  @Test
  void whoIsJustRefreshingIsLeftAloneAndComesLater() throws SQLException {
    var busy = connect("access", "refresh");
    execute("UPDATE provider_connections SET refresh_lease_until = '" + now.plus(LATER) + "'");
    rotate();

    assertThat(resealing.run(() -> true)).isEqualTo(new Resealing.Resealed(0, 1, false));
    assertThat(row(busy).tokenVersion()).isZero();
    execute("UPDATE provider_connections SET refresh_lease_until = NULL");
    assertThat(resealing.run(() -> true)).isEqualTo(new Resealing.Resealed(1, 0, true));
  }

  @Test
  void whoHasReadTheOldBytesCannotWriteThemBack() throws SQLException {
    var connection = connect("access", "refresh");
    var before = row(connection);
    rotate();
    resealing.run(() -> true);

    var tokens = context.getBean(Tokens.class);
    assertThat(tokens.lease(connection, before.tokenVersion(), now.plusSeconds(60), now)).isZero();
  }

  @Test
  void whatNoKeyOpensStaysAndStopsNobody() throws SQLException {
    var lost = connect("access", null);
    execute("UPDATE provider_connections SET access_token_encrypted = '\\x01000000010203'");
    connect("other", null);
    rotate();

    assertThat(resealing.run(() -> true)).isEqualTo(new Resealing.Resealed(1, 0, true));
    assertThat(row(lost).tokenVersion()).isZero();
  }

  @Test
  void anEnvironmentThatDoesNotKnowAKeyYetReadsTheKeySetAnew() throws SQLException {
    var cipher = context.getBean(TokenCipher.class);
    var place = new SecretPlace("anna", PROVIDER, "access_token");
    cipher.check();
    keys = keys.rotated(java.util.Set.of()).rotated(java.util.Set.of());
    vault.current(keys.text());
    var sealed = keys.seal("token".getBytes(), place.associatedData());
    int reads = vault.reads();
    now = now.plusSeconds(31);

    assertThat(cipher.open(sealed, place)).isEqualTo("token");
    assertThat(vault.reads()).isEqualTo(reads + 1);
  }

  private void rotate() {
    keys = keys.rotated(resealing.keysInUse());
    vault.current(keys.text());
    resealing.run(() -> true);
    now = now.plus(LATER);
  }

  private TokenRow row(UUID connection) {
    return context.getBean(Tokens.class).find(connection).orElseThrow();
  }

  private UUID connect(String access, String refresh) throws SQLException {
    var user = UUID.randomUUID();
    var id = UUID.randomUUID();
    var at = now.atOffset(ZoneOffset.UTC);
    var cipher = TokenCipher.of(keys.text());
    try (var connection = database.asApp();
        var person =
            connection.prepareStatement(
                "INSERT INTO users (id, display_name, created_at, updated_at)"
                    + " VALUES (?, 'Ada', ?, ?)");
        var row =
            connection.prepareStatement(
                """
                INSERT INTO provider_connections (
                  id, user_id, provider, provider_user_id, access_token_encrypted,
                  refresh_token_encrypted, status, consented_at, created_at, updated_at)
                VALUES (?, ?, 'spotify', ?, ?, ?, 'active', ?, ?, ?)
                """)) {
      person.setObject(1, user);
      person.setObject(2, at);
      person.setObject(3, at);
      person.executeUpdate();
      row.setObject(1, id);
      row.setObject(2, user);
      row.setString(3, user.toString());
      row.setBytes(4, cipher.seal(access, TokenRow.accessPlace(user, PROVIDER)));
      row.setBytes(
          5, refresh == null ? null : cipher.seal(refresh, TokenRow.refreshPlace(user, PROVIDER)));
      row.setObject(6, at);
      row.setObject(7, at);
      row.setObject(8, at);
      row.executeUpdate();
    }
    return id;
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.asApp();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
