package io.blendify.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api.Answer;
import io.blendify.api.Api.Call;
import io.blendify.api.fuzz.FuzzWorld.Person;
import io.blendify.api.fuzz.Operations.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every route of the OpenAPI document with good and bad input by chance: no answer is our fault,
 * nobody sees what is another's, nothing is written by what was refused or only read.
 *
 * <p>Longer, and with other chances: {@code -Dtest=ApiFuzzIT -Dfuzz.seconds=1800 -Dfuzz.seed=7}.
 */
class ApiFuzzIT {

  private static final Duration TIME = Duration.ofSeconds(Long.getLong("fuzz.seconds", 15));
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  /** The bearer of an invitation may see it: its token is the key. */
  private static final String OPEN = "/v1/invitations/";

  private final FuzzWorld world = new FuzzWorld();
  private final Inputs inputs = new Inputs(new SplittableRandom(SEED), world);
  private final Operations operations =
      Operations.of(world.api.get("/v1/openapi.yaml").send().body());
  private Map<String, String> state = world.api.contents();
  private final Map<String, Integer> tried = new TreeMap<>();
  private final Map<String, String> findings = new TreeMap<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @Test
  void noRequestBreaksLeaksOrWritesSilently() {
    assertThat(operations.all()).hasSizeGreaterThan(30);
    long end = System.nanoTime() + TIME.toNanos();
    int count = 0;
    while (System.nanoTime() < end || count < 5 * operations.all().size()) {
      tryOne(operations.all().get(count % operations.all().size()), count);
      count++;
      // The limits on attempts are not what this is about.
      world.api.clock.advance(Duration.ofMinutes(2));
      if (count % 500 == 0) {
        world.renew();
        state = world.api.contents();
      }
    }
    System.out.printf(
        "%d requests to %d routes, seed %d: %s%n", count, tried.size(), SEED, statuses);
    assertThat(findings.values()).as(findings.size() + " findings").isEmpty();
    assertThat(tried).hasSize(operations.all().size());
    assertThat(statuses).as("good input is among it").containsKeys(200, 204, 400, 401, 404);
  }

  /** One finding of each route is enough to begin with. */
  private void tryOne(Operation operation, int number) {
    try {
      one(operation, number);
    } catch (AssertionError found) {
      findings.putIfAbsent(operation.toString(), String.valueOf(found.getMessage()));
    }
  }

  private void one(Operation operation, int number) {
    var person = inputs.oneIn(5) ? null : inputs.any(world.people());
    var path = path(operation);
    var body = operation.body().type().isEmpty() && !inputs.oneIn(20) ? null : body(operation);
    var what =
        "request %d, seed %d: %s %s as %s with %s"
            .formatted(
                number,
                SEED,
                operation.method(),
                shortened(path),
                person == null ? "nobody" : person.mark(),
                shortened(body));
    var answer = call(operation, path, body, person).send();
    tried.merge(operation.toString(), 1, Integer::sum);
    statuses.merge(answer.status(), 1, Integer::sum);
    assertNotOurFault(what, answer);
    assertOnlyTheirs(what, path, person, answer);
    var before = state;
    state = world.api.contents();
    if (answer.status() >= 400 || isRead(operation, answer)) {
      var changed = changed(before);
      if (answer.status() == 200 && SAID_TO_BE_NOTED.contains(operation.toString())) {
        changed.remove("taste.outlooks");
      }
      assertThat(changed).as(what + " was answered with " + answer.status()).isEmpty();
    }
    if (person != null && GOODBYES.contains(operation.toString()) && answer.status() < 300) {
      world.replace(person);
      state = world.api.contents();
    }
  }

  private Call call(
      Operation operation, String path, @Nullable String body, @Nullable Person person) {
    var call = world.api.call(operation.method(), path);
    if (body != null) {
      call.body(inputs.oneIn(10) ? inputs.any(TYPES) : "application/json", body);
    }
    if (person != null) {
      call.as(person.user());
    } else if (inputs.oneIn(3)) {
      call.header("authorization", inputs.any(TOKENS));
    }
    if (inputs.oneIn(6)) {
      call.header(inputs.any(HEADERS), inputs.any(Inputs.NASTY));
    }
    if (inputs.oneIn(10)) {
      call.cookie("blendify_session", inputs.any(Inputs.NASTY));
    }
    return call;
  }

  /** Their descriptions say that the question is kept. */
  private static final List<String> SAID_TO_BE_NOTED =
      List.of("GET /v1/me/neighbours", "GET /v1/me/suggestions");

  private static final List<String> GOODBYES =
      List.of("DELETE /v1/me", "DELETE /v1/sessions/current");
  private static final List<String> TYPES =
      List.of("text/plain", "application/xml", "application/json; charset=utf-7", "x", "");
  private static final List<String> TOKENS =
      List.of(
          "Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer eyJhbGciOiJub25lIn0.e30.");
  private static final List<String> HEADERS =
      List.of(
          "accept",
          "if-none-match",
          "accept-language",
          "origin",
          "sec-fetch-site",
          "range",
          "x-forwarded-for",
          "x-request-id",
          "x-http-method-override",
          "host",
          "content-encoding");

  private String path(Operation operation) {
    var path = operation.path();
    var query = new ArrayList<String>();
    for (var parameter : operation.parameters()) {
      var value = encoded(inputs.text(parameter.name(), parameter.schema()));
      if (parameter.in().equals("path")) {
        path = path.replace("{" + parameter.name() + "}", value);
      } else if (!inputs.oneIn(3)) {
        query.add(parameter.name() + "=" + value);
      }
    }
    if (inputs.oneIn(10)) {
      query.add(encoded(inputs.any(Inputs.NASTY)) + "=" + encoded(inputs.any(Inputs.NASTY)));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private String encoded(String text) {
    return inputs.oneIn(15)
        ? text.replaceAll("[ ?#]", "")
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String body(Operation operation) {
    return inputs.body(operation.body());
  }

  private static void assertNotOurFault(String what, Answer answer) {
    assertThat(answer.status()).as(what + "\n" + answer.body()).isLessThan(500);
    answer
        .response()
        .getHeaders()
        .forEach((name, value) -> assertThat(name + value).as(what).doesNotContain("\r", "\n"));
    assertThat(answer.header("x-injected")).as(what).isNull();
    assertThat(answer.header("content-security-policy")).as(what).contains("default-src 'none'");
    assertThat(answer.header("x-content-type-options")).as(what).isEqualTo("nosniff");
    if (answer.status() >= 400) {
      assertThat(answer.header("content-type"))
          .as(what + " was answered with " + answer.status())
          .isEqualTo("application/problem+json");
      assertThat(answer.body())
          .as(what)
          .doesNotContain("Exception", "io.blendify", "io.micronaut", "org.postgresql", "SELECT ");
    }
    var location = answer.header("location");
    assertThat(
            location == null
                || location.startsWith("/")
                || location.startsWith("https://accounts.tunes.test/"))
        .as("%s leads to %s", what, location)
        .isTrue();
  }

  private void assertOnlyTheirs(String what, String path, @Nullable Person me, Answer answer) {
    for (var other : world.people()) {
      if (other != me && !path.contains(other.mark()) && !path.startsWith(OPEN)) {
        assertThat(answer.body()).as(what).doesNotContain(other.mark(), other.user().token());
      }
    }
  }

  /** The way to a provider begins with a row that remembers the browser. */
  private static boolean isRead(Operation operation, Answer answer) {
    return operation.method().equals("GET") && answer.status() != 302;
  }

  private Map<String, String> changed(Map<String, String> before) {
    var changed = new HashMap<>(state);
    before.forEach(changed::remove);
    return changed;
  }

  private static String shortened(@Nullable String body) {
    return body == null || body.length() < 300 ? String.valueOf(body) : body.substring(0, 300);
  }
}
