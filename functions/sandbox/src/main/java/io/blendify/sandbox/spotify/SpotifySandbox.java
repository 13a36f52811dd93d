package io.blendify.sandbox.spotify;

import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.http.Answer;
import io.blendify.sandbox.http.Delivery;
import io.blendify.sandbox.http.FakeServer;
import io.blendify.sandbox.http.Request;
import io.blendify.sandbox.http.RequestLog;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.World;
import io.blendify.sandbox.world.WorldOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running fake of Spotify on 127.0.0.1: {@code /authorize} and {@code /api/token} as the accounts
 * service has them, the Web API under {@code /v1}, and the sandbox's own switches under {@code
 * /_sandbox}.
 */
public final class SpotifySandbox implements AutoCloseable {

  private final World world;
  private final SandboxClock clock;
  private final Apps apps = new Apps();
  private final Faults faults = new Faults();
  private final RequestLog log = new RequestLog();
  private final Grants grants;
  private final Accounts accounts;
  private final TokenEndpoint tokens;
  private final WebApi api;
  private final AdminApi admin;
  private final FakeServer server;

  private SpotifySandbox(World world, SandboxClock clock, int port, @Nullable Path grants)
      throws IOException {
    this.world = world;
    this.clock = clock;
    var file = grants == null ? null : new GrantsFile(grants, world);
    this.grants = new Grants(world.options().seed(), clock, file);
    this.accounts = new Accounts(world, apps, this.grants);
    this.tokens = new TokenEndpoint(apps, this.grants);
    this.api = new WebApi(world, apps, this.grants, clock);
    this.admin = new AdminApi(this, world, apps, this.grants);
    apps.register(SpotifyApp.standard());
    this.server = FakeServer.start(port, this::handle);
  }

  /** Starts on any free port, with the world of the demo. */
  public static SpotifySandbox start(SandboxClock clock) throws IOException {
    return start(World.of(WorldOptions.defaults()), clock, 0);
  }

  /**
   * Starts in the given world.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken
   */
  public static SpotifySandbox start(World world, SandboxClock clock, int port) throws IOException {
    return new SpotifySandbox(world, clock, port, null);
  }

  /**
   * Starts with the codes and tokens that were issued by the last one with this file, which have
   * the standing they had.
   *
   * @param grants made at the first change
   * @throws IOException when the port is taken
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public static SpotifySandbox start(World world, SandboxClock clock, int port, Path grants)
      throws IOException {
    return new SpotifySandbox(world, clock, port, grants);
  }

  /**
   * "http://127.0.0.1:port", without a path: the accounts service is at it, the Web API at it +
   * "/v1".
   */
  public URI origin() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  public World world() {
    return world;
  }

  public SandboxClock clock() {
    return clock;
  }

  public Faults faults() {
    return faults;
  }

  public RequestLog requests() {
    return log;
  }

  /** The most requests that were under way at the same time so far. */
  public int mostAtOnce() {
    return server.mostAtOnce();
  }

  /** What the API sends to an app of the shape, item by item, for any person and instant. */
  public Books books(Shape shape) {
    return new Books(world, shape);
  }

  /** As {@link #books(Shape)}, for the shape that the standard app has now. */
  public Books books() {
    return books(switches().shape());
  }

  public void register(SpotifyApp app) {
    apps.register(app);
  }

  /** How the standard app is treated. */
  public Switches switches() {
    return switches(SpotifyApp.standard().clientId());
  }

  /** How the app is treated; throws an IllegalArgumentException when there is no such app. */
  public Switches switches(String clientId) {
    return apps.switches(clientId);
  }

  /** Treats the standard app in this way from now on. */
  public void treat(Switches as) {
    treat(SpotifyApp.standard().clientId(), as);
  }

  /** Treats the app in this way from now on. */
  public void treat(String clientId, Switches as) {
    apps.treat(clientId, as);
  }

  /**
   * Tokens as they are issued to an app, for tests that are not about signing in.
   *
   * @param refreshToken issued to a client with a secret
   */
  public record Issued(String accessToken, String refreshToken) {}

  /** The person consents to everything this product reads, now. */
  public Issued issueTokens(String personKey) {
    return issueTokens(personKey, SpotifyApp.standard().clientId());
  }

  /** As {@link #issueTokens(String)}, to another app that is registered. */
  public Issued issueTokens(String personKey, String clientId) {
    var consent = grants.consent(person(personKey), clientId, Accounts.READING);
    return new Issued(grants.access(consent), grants.refresh(consent, false));
  }

  /** Those with a refresh token that is still good, in the order of {@link World#people}. */
  public List<Person> connected() {
    var people = grants.people();
    return world.people().stream().filter(people::contains).toList();
  }

  /** The person withdraws every consent given so far. */
  public void revoke(String personKey) {
    grants.revoke(person(personKey));
  }

  private Person person(String key) {
    return world
        .person(key)
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + key));
  }

  @Override
  public void close() {
    server.close();
  }

  private FakeServer.Reply handle(Request request) {
    if (request.path().startsWith("/_sandbox")) {
      return new FakeServer.Reply(admin.answer(request), new Delivery.Whole());
    }
    var consent =
        request.path().equals("/api/token") ? tokens.consent(request) : api.consent(request);
    var effects = faults.on(request, consent);
    effects.forEach(effect -> prepare(effect, consent));
    var answer = answer(request, effects);
    var delivery =
        effects.stream()
            .filter(Effect.Delivers.class::isInstance)
            .map(effect -> ((Effect.Delivers) effect).delivery())
            .findFirst()
            .orElseGet(Delivery.Whole::new);
    log.add(
        new RequestLog.Entry(
            clock.instant(),
            request.method(),
            request.path(),
            request.rawQuery(),
            consent == null ? null : consent.person().key(),
            answer.status(),
            named(effects)));
    return new FakeServer.Reply(answer, delivery);
  }

  private void prepare(Effect effect, Grants.@Nullable Consent consent) {
    switch (effect) {
      case Effect.MovesClock(var by) -> clock.advance(by);
      case Effect.ExpiresAccess _ when consent != null -> grants.expireAccess(consent.person());
      case Effect.RevokesConsent _ when consent != null -> grants.revoke(consent.person());
      default -> {}
    }
  }

  private Answer answer(Request request, List<Effect> effects) {
    for (var effect : effects) {
      if (effect instanceof Effect.Replies(var answer)) {
        return answer;
      }
    }
    long hidden = 0;
    for (var effect : effects) {
      hidden += effect instanceof Effect.HidesFirst(var count) ? count : 0;
    }
    var answer = honest(request, Math.clamp(hidden, 0, Integer.MAX_VALUE));
    for (var effect : effects) {
      answer =
          effect instanceof Effect.Edits(var edit) ? Editor.apply(edit, answer, request) : answer;
    }
    return answer;
  }

  private Answer honest(Request request, int hidden) {
    return switch (request.path()) {
      case "/authorize" -> accounts.authorize(request);
      case "/api/token" -> tokens.answer(request);
      case String path when path.startsWith("/v1/") -> api.answer(request, hidden);
      default -> Errors.api(404, "Service not found");
    };
  }

  private static @Nullable String named(List<Effect> effects) {
    return effects.isEmpty()
        ? null
        : effects.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
