package io.blendify.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api;
import io.blendify.api.Api.Answer;
import io.blendify.api.FakeListing;
import io.blendify.api.FakeSignIn;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.secret.SecretStage;
import io.blendify.core.secret.SecretVault;
import io.blendify.core.secret.SecretVersion;
import io.blendify.core.sync.Resource;
import io.blendify.store.connection.TokenCipher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Markers in everything that is secret, and a search for them wherever they must not be. */
class SecretsStaySecretIT {

  private static final String PASSWORD = "marker-password-8f2c";
  private static final String ACCESS = "marker-access-token-1d7a";
  private static final String REFRESH = "marker-refresh-token-9b3e";
  private static final String CODE = "marker-code-5c0f";
  private static final String MARKER = "marker-";

  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();
  private static final PrintStream ERROR = System.err;
  private static final FakeSignIn SIGN_IN = new FakeSignIn();
  private static final String KEYSET = TokenCipher.newKeyset();
  private static final String SESSION_KEY = "c2Vzc2lvbi1rZXktdGhhdC1ub2JvZHktbWF5LXNlZS0wMQ==";
  private static final Map<String, String> KEPT =
      new ConcurrentHashMap<>(
          Map.of(
              "the-keys", KEYSET,
              "the-session-key", SESSION_KEY,
              "the-database", "{\"password\": \"marker-database-password-4e1b\"}"));
  private static final Api API =
      Api.with(
          Map.of(
              "blendify.token-keyset-arn", "the-keys",
              "blendify.session-key-arn", "the-session-key",
              "blendify.database.password-arn", "the-database"),
          SIGN_IN,
          new FakeListing(Resource.TOP_TRACKS, List.of("top")),
          new Vault());

  /** What Secrets Manager would hold. */
  private static final class Vault implements SecretVault {
    @Override
    public Optional<SecretVersion> find(String id, SecretStage stage) {
      return Optional.ofNullable(KEPT.get(id))
          .map(value -> new SecretVersion("v", value, Instant.EPOCH));
    }
  }

  @BeforeAll
  static void listen() {
    System.setErr(new PrintStream(LOG, true, StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() {
    System.setErr(ERROR);
  }

  @Test
  void noSecretIsInALogAnAnswerAnAddressOrTheDatabase() {
    var answers = new ArrayList<Answer>();
    answers.add(signUp("ada@example.com", PASSWORD));
    answers.add(signUp("ada@example.com", PASSWORD));
    answers.add(signUp("not an address", PASSWORD));
    answers.add(signUp("ben@example.com", PASSWORD + "x".repeat(300)));
    answers.add(API.post("/v1/users").json("{\"password\": \"" + PASSWORD).send());
    answers.add(API.post("/v1/users").json("{\"password\": [\"" + PASSWORD + "\"]}").send());
    answers.add(API.post("/v1/sessions").body("text/plain", PASSWORD).send());
    answers.add(signIn("ada@example.com", PASSWORD + "?"));
    answers.add(signIn("ada@example.com", PASSWORD));
    answers.add(byHand("ada@example.com", PASSWORD + "?"));
    SIGN_IN.tokens(tokens());
    answers.addAll(connect("good"));
    SIGN_IN.tokens(new TokenOutcome.ConsentGone("invalid_grant"));
    answers.addAll(connect(CODE));

    assertThat(answers).extracting(Answer::status).contains(201, 303, 400, 401, 409);
    for (var answer : answers) {
      assertThat(answer.body()).doesNotContain(MARKER);
      assertThat(answer.response().getHeaders().toString()).doesNotContain(MARKER);
    }
    assertThat(LOG.toString(StandardCharsets.UTF_8)).doesNotContain(MARKER);
    assertThat(everything()).isNotEmpty().noneMatch(row -> row.contains(MARKER));
    assertThat(everything()).noneMatch(row -> row.contains(hex(MARKER)));
  }

  @Test
  void aSessionsTokenIsWithItsOwnerOnly() {
    signUp("cleo@example.com", PASSWORD);
    var token = signIn("cleo@example.com", PASSWORD).text("token");
    assertThat(everything()).noneMatch(row -> row.contains(token));
    assertThat(LOG.toString(StandardCharsets.UTF_8)).doesNotContain(token);
  }

  /** Keys, and what a vault holds that is no key at all. */
  @Test
  void noKeyIsInALogAnAnswerOrTheDatabase() {
    var answers = new ArrayList<Answer>();
    SIGN_IN.tokens(tokens());
    answers.add(signUp("dora@example.com", PASSWORD));
    answers.addAll(connect("good"));
    KEPT.put("the-keys", "marker-no-keyset-2a90");
    KEPT.put("the-session-key", "marker-no-session-key-6d11");
    API.clock.advance(Duration.ofMinutes(6));
    answers.add(signIn("dora@example.com", PASSWORD));
    answers.addAll(connect("good"));
    KEPT.put("the-keys", KEYSET);
    KEPT.put("the-session-key", SESSION_KEY);

    assertThat(answers).extracting(Answer::status).allMatch(status -> status < 500);
    var log = LOG.toString(StandardCharsets.UTF_8);
    assertThat(log).contains("the one read before goes on");
    var secret = List.of(MARKER, SESSION_KEY, key(KEYSET), "AesGcmKey\",\"value");
    for (var one : secret) {
      assertThat(log).doesNotContain(one);
      assertThat(answers).noneMatch(answer -> answer.body().contains(one));
      assertThat(everything()).noneMatch(row -> row.contains(one));
    }
  }

  /** The key's own bytes, as Tink's JSON has them. */
  private static String key(String keyset) {
    return keyset.replaceAll("(?s).*\"value\" ?: ?\"([^\"]+)\".*", "$1");
  }

  private static TokenOutcome tokens() {
    return new TokenOutcome.Granted(
        new AccessToken(ACCESS), new RefreshToken(REFRESH), Duration.ofHours(1), Set.of("top"));
  }

  private static List<Answer> connect(String code) {
    var left = API.get("/v1/connect/tunes").browser().send();
    var state = String.valueOf(left.header("location")).replaceAll(".*state=([^&]+).*", "$1");
    var back =
        API.get("/v1/callback/tunes?code=" + code + "&state=" + state)
            .cookie("blendify_connect", String.valueOf(left.cookie("blendify_connect")))
            .send();
    return List.of(left, back);
  }

  private static Answer signUp(String email, String password) {
    return API.post("/v1/users")
        .json(
            "{\"email\": \"%s\", \"password\": \"%s\", \"display_name\": \"Ada\"}"
                .formatted(email, password))
        .send();
  }

  private static Answer signIn(String email, String password) {
    return API.post("/v1/sessions")
        .json("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
        .send();
  }

  private static Answer byHand(String email, String password) {
    return API.post("/sign-in").browser().form("email", email, "password", password).send();
  }

  /** Every row of every table as text; bytes in hexadecimal, as PostgreSQL writes them. */
  private static List<String> everything() {
    var rows = new ArrayList<String>();
    API.query(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname IN ('public', 'catalog', 'history', 'taste') ORDER BY 1")
        .forEach(table -> rows.addAll(API.query("SELECT t::text FROM " + table + " t")));
    return rows;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
