package io.blendify.rotate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blendify.aws.FakeSecretsManager;
import io.blendify.core.ProviderId;
import io.blendify.core.secret.KeyRing;
import io.blendify.store.connection.SecretPlace;
import io.blendify.store.connection.TokenCipher;
import io.blendify.store.connection.TokenKeyset;
import io.blendify.store.role.AppPassword;
import io.blendify.store.role.GuardedCluster;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The function's own events, against Secrets Manager's protocol and a database with passwords. */
class RotationIT {

  private static final String KEYSET = "blendify/dev/token-keyset";
  private static final String SESSION = "blendify/dev/session-key";
  private static final String DATABASE = "blendify/dev/database-app";
  private static final ProviderId PROVIDER = new ProviderId("spotify");
  private static final String FIRST = "first-password";

  @TempDir static Path folder;

  private static GuardedCluster cluster;
  private static String password = FIRST;

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final FakeSecretsManager secrets = new FakeSecretsManager(() -> now);
  private String databaseArn;
  private ApplicationContext context;
  private RotateHandler handler;
  private SecretsManagerClient client;

  @BeforeAll
  static void startDatabase() throws IOException {
    cluster = GuardedCluster.start(folder, FIRST).migrate();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    cluster.close();
  }

  @BeforeEach
  void start() {
    cluster.execute("DELETE FROM token_reseals");
    cluster.execute("DELETE FROM provider_connections");
    secrets.create(KEYSET, TokenCipher.newKeyset());
    secrets.create(SESSION, Base64.getEncoder().encodeToString(new byte[48]));
    databaseArn =
        secrets.create(
            DATABASE, "{\"username\": \"blendify_app\", \"password\": \"" + password + "\"}");
    secrets.pointSdkHere();
    context =
        ApplicationContext.builder()
            .properties(settings())
            .build()
            .registerSingleton(InstantSource.class, () -> now)
            .start();
    handler = new RotateHandler(context);
    client = secrets.client();
    secrets.rotateWith(this::invoke);
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put("blendify.database.url", cluster.url());
    settings.put("blendify.database.password-arn", databaseArn);
    // As the template has it: only who made it knows its ARN.
    settings.put("blendify.token-keyset-arn", KEYSET);
    settings.put("blendify.session-key-arn", SESSION);
    return settings;
  }

  @AfterEach
  void stop() {
    context.close();
    client.close();
    secrets.close();
  }

  @Test
  void aKeyIsMadeByOneRotationAndPutToUseByTheNext() {
    var first = keyset();
    rotate(KEYSET);
    var second = keyset();
    now = now.plus(Duration.ofDays(30));
    rotate(KEYSET);
    var third = keyset();

    assertThat(second.primary()).isEqualTo(first.primary());
    assertThat(third.primary()).isNotEqualTo(first.primary()).isIn(second.ids());
    assertThat(third.hasWaiting()).isTrue();
  }

  @Test
  void aWaitingKeyIsNotPutToUseBeforeEverybodyKnowsIt() {
    rotate(KEYSET);
    var before = secrets.current(KEYSET);
    now = now.plus(Duration.ofMinutes(59));

    assertThatThrownBy(() -> rotate(KEYSET)).isNotNull();
    assertThat(secrets.current(KEYSET)).isEqualTo(before);

    now = now.plus(Duration.ofMinutes(2));
    resumeRotation(KEYSET);
    assertThat(secrets.current(KEYSET)).isNotEqualTo(before);
  }

  @Test
  void tokensAreReadableDuringAndAfterAndTheOldKeyGoesWhenNothingNeedsIt() throws SQLException {
    var first = keyset().primary();
    var place = connect("token");
    rotate(KEYSET);
    now = now.plus(Duration.ofDays(30));
    rotate(KEYSET);
    assertThat(keyset().ids()).contains(first);
    assertThat(open(place)).isEqualTo("token");

    reseal();
    now = now.plus(Duration.ofMinutes(6));
    assertThat(reseal()).contains("\"resealed\":1").contains("\"finished\":true");
    assertThat(open(place)).isEqualTo("token");
    assertThat(keyset().ids()).contains(first);

    now = now.plus(Duration.ofDays(30));
    rotate(KEYSET);
    assertThat(keyset().ids()).doesNotContain(first);
    assertThat(open(place)).isEqualTo("token");
  }

  @Test
  void aKeyUnderWhichSomethingIsSealedIsNeverDropped() throws SQLException {
    var first = keyset().primary();
    var place = connect("token");
    for (int n = 0; n < 4; n++) {
      rotate(KEYSET);
      now = now.plus(Duration.ofDays(30));
    }
    assertThat(keyset().ids()).contains(first);
    assertThat(open(place)).isEqualTo("token");
  }

  @Test
  void aKeyThatWasLostForGoodStopsNoRotation() throws SQLException {
    connect("lost");
    secrets.put(KEYSET, TokenCipher.newKeyset());
    var before = keyset().primary();
    rotate(KEYSET);

    assertThat(keyset().ids()).contains(before).hasSize(2);
  }

  @Test
  void theSessionKeyWaitsSignsAndIsBelievedOnceMore() {
    var first = ring();
    rotate(SESSION);
    now = now.plus(Duration.ofDays(30));
    var second = ring();
    rotate(SESSION);
    var third = ring();

    assertThat(second.keys().getFirst()).isEqualTo(first.keys().getFirst());
    assertThat(third.keys().getFirst()).isEqualTo(second.keys().get(1));
    assertThat(third.keys().getLast()).isEqualTo(first.keys().getFirst());
  }

  @Test
  void theDatabasesPasswordChangesInBothAndTheFunctionItselfGoesOn() {
    rotate(DATABASE);
    var secret = secrets.current(DATABASE);
    remember(secret);

    assertThat(secret).contains("\"username\":\"blendify_app\"").doesNotContain(FIRST);
    assertThat(new AppPassword(cluster.administrator()).is(password)).isTrue();
    assertThat(new AppPassword(cluster.administrator()).is(FIRST)).isFalse();
    assertThat(reseal()).contains("resealed");
  }

  @Test
  void everyStepMayComeTwice() {
    secrets.rotateWith(
        (step, id, token) -> {
          invoke(step, id, token);
          invoke(step, id, token);
        });
    for (var id : new String[] {KEYSET, SESSION, DATABASE}) {
      rotate(id);
      assertThat(secrets.stages(id).values()).anyMatch(stages -> stages.contains("AWSPREVIOUS"));
    }
    remember(secrets.current(DATABASE));
    assertThat(new AppPassword(cluster.administrator()).is(password)).isTrue();
    assertThat(keyset().ids()).as("one key was added, not two").hasSize(2);
  }

  @Test
  void aRotationThatBreaksAfterAnyStepIsFinishedByTheNextAttempt() {
    for (var last : new String[] {"createSecret", "setSecret", "testSecret"}) {
      var before = secrets.current(DATABASE);
      secrets.rotateWith(
          (step, id, token) -> {
            invoke(step, id, token);
            if (step.equals(last)) {
              throw new IllegalStateException("killed");
            }
          });
      assertThatThrownBy(() -> rotate(DATABASE)).isNotNull();
      assertThat(secrets.current(DATABASE)).isEqualTo(before);
      assertThat(reseal()).as("signs in whatever the database knows").contains("resealed");

      secrets.rotateWith(this::invoke);
      resumeRotation(DATABASE);
      remember(secrets.current(DATABASE));
      assertThat(secrets.current(DATABASE)).isNotEqualTo(before);
      assertThat(new AppPassword(cluster.administrator()).is(password)).isTrue();
    }
  }

  @Test
  void whatIsNotBeingRotatedIsRefused() {
    var arn = client.describeSecret(s -> s.secretId(KEYSET)).arn();
    var current = secrets.stages(KEYSET).keySet().iterator().next();
    var before = secrets.current(KEYSET);

    assertThatThrownBy(() -> invoke("finishSecret", arn, current))
        .hasMessageContaining("is not one that is being rotated");
    assertThatThrownBy(() -> invoke("createSecret", arn, UUID.randomUUID().toString()))
        .hasMessageContaining("is not one that is being rotated");
    var other = secrets.create("blendify/dev/token-keyset-other", "x");
    assertThatThrownBy(() -> invoke("createSecret", other, current))
        .hasMessageContaining("nobody here rotates");
    assertThatThrownBy(() -> handled("{\"Step\": \"createSecret\"}"))
        .hasMessageContaining("an event has Step");
    assertThat(secrets.current(KEYSET)).isEqualTo(before);
  }

  @Test
  void aMalformedSecretIsNamedAndNotQuotedAndCountsOn() {
    secrets.put(KEYSET, "hunter2");
    secrets.rotateWith(
        (step, id, token) ->
            assertThatThrownBy(() -> invoke(step, id, token)).hasMessageNotContaining("hunter2"));
    rotate(KEYSET);
    assertThat(secrets.current(KEYSET)).isEqualTo("hunter2");
  }

  @Test
  void whoWasNotRotatedForLongIsNamed() {
    rotate(KEYSET);
    rotate(SESSION);
    rotate(DATABASE);
    remember(secrets.current(DATABASE));
    reseal();
    now = now.plus(Duration.ofDays(46));
    rotate(KEYSET);

    assertThatThrownBy(this::reseal)
        .hasMessageContaining("not rotated for more than")
        .hasMessageContaining(SESSION)
        .hasMessageNotContaining(KEYSET);
  }

  private void rotate(String id) {
    client.rotateSecret(r -> r.secretId(id));
  }

  /** As Secrets Manager tries again, with the version that is still pending. */
  private void resumeRotation(String id) {
    var pending =
        secrets.stages(id).entrySet().stream()
            .filter(version -> version.getValue().contains("AWSPENDING"))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    client.rotateSecret(r -> r.secretId(id).clientRequestToken(pending));
  }

  private void invoke(String step, String id, String token) {
    handled(
        "{\"Step\": \"%s\", \"SecretId\": \"%s\", \"ClientRequestToken\": \"%s\"}"
            .formatted(step, id, token));
  }

  private String reseal() {
    return handled("{\"command\": \"reseal\"}");
  }

  private String handled(String event) {
    try {
      var answer = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, null);
      return answer.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TokenKeyset keyset() {
    return TokenKeyset.parse(secrets.current(KEYSET));
  }

  private KeyRing ring() {
    return KeyRing.parse(secrets.current(SESSION));
  }

  private static void remember(String secret) {
    password = secret.replaceAll(".*\"password\" ?: ?\"([^\"]+)\".*", "$1");
  }

  private record Kept(SecretPlace place) {}

  private Kept connect(String token) throws SQLException {
    var user = UUID.randomUUID();
    var place = new SecretPlace(user.toString(), PROVIDER, "access_token");
    try (var connection = DriverManager.getConnection(cluster.url(), "postgres", "");
        var person =
            connection.prepareStatement(
                "INSERT INTO users (id, display_name, created_at, updated_at)"
                    + " VALUES (?, 'Ada', now(), now())");
        var row =
            connection.prepareStatement(
                """
                INSERT INTO provider_connections (
                  id, user_id, provider, provider_user_id, access_token_encrypted, status,
                  consented_at, created_at, updated_at)
                VALUES (?, ?, 'spotify', ?, ?, 'active', now(), now(), now())
                """)) {
      person.setObject(1, user);
      person.executeUpdate();
      row.setObject(1, UUID.randomUUID());
      row.setObject(2, user);
      row.setString(3, user.toString());
      row.setBytes(4, TokenCipher.of(secrets.current(KEYSET)).seal(token, place));
      row.executeUpdate();
    }
    return new Kept(place);
  }

  private String open(Kept kept) throws SQLException {
    try (var connection = DriverManager.getConnection(cluster.url(), "postgres", "");
        var statement =
            connection.prepareStatement(
                "SELECT access_token_encrypted FROM provider_connections WHERE user_id::text = ?")) {
      statement.setString(1, kept.place().owner());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return TokenCipher.of(secrets.current(KEYSET)).open(rows.getBytes(1), kept.place());
      }
    }
  }
}
