package io.blendify.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.api.Api.Answer;
import io.blendify.api.BadRequest.Silence;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route, every kind of bad request: a clear answer, and nothing written or sent anywhere. */
class BadRequestsIT {
  static final BadRequestsWorld WORLD = new BadRequestsWorld();
  static final BadRequest.Table TABLE = BadRequest.read();

  /** The lines of the table, and those that every route has without a line. */
  static Stream<BadRequest> bad() {
    return Stream.of(
            TABLE.requests().stream(),
            TABLE.routes().stream().map(BadRequestsIT::oversized),
            TABLE.routes().stream()
                .filter(route -> !says(route, "unauthenticated"))
                .map(BadRequestsIT::unauthenticated))
        .flatMap(lines -> lines);
  }

  private static BadRequest oversized(String route) {
    return new BadRequest(
        route,
        "oversized",
        "ada",
        "",
        "application/json",
        "$body_too_long",
        413,
        "too-large",
        List.of("262144"));
  }

  private static BadRequest unauthenticated(String route) {
    return new BadRequest(
        route,
        "unauthenticated",
        "nobody",
        "",
        "application/json",
        "",
        401,
        "unauthenticated",
        List.of("session", "token"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void isAnsweredClearlyAndChangesNothing(BadRequest request) {
    for (var call : WORLD.calls(request).toList()) {
      var before = state();
      assertClear(request, call.send());
      assertThat(state()).isEqualTo(before);
    }
  }

  /** All that a request could change: every table, the queues, the upload store. */
  private static List<Object> state() {
    return List.of(
        WORLD.api.contents(), WORLD.api.queue.all(), List.copyOf(WORLD.files.contents.keySet()));
  }

  private static void assertClear(BadRequest request, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(request.status());
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("/problems/" + request.type());
    assertThat(answer.json().get("status").getIntValue()).isEqualTo(request.status());
    assertThat(answer.text("title")).isNotBlank();
    assertThat(told(answer.json())).contains(request.named());
    assertThat(answer.body())
        .doesNotContain("Exception", "io.blendify", "io.micronaut", "java.", "SELECT");
  }

  /** The sentence for people, and the names of the parts for programs. */
  private static String told(JsonNode problem) {
    var told = new StringBuilder(String.valueOf(problem.get("detail").getStringValue()));
    var errors = problem.get("errors");
    if (errors != null) {
      errors
          .values()
          .forEach(error -> told.append(' ').append(error.get("field").getStringValue()));
    }
    return told.toString();
  }

  /** Whoever adds a route adds it to the table. */
  @Test
  void noRouteIsForgotten() {
    assertThat(TABLE.routes())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(routes());
  }

  @Test
  void everyRouteHasEveryKindOrSaysWhyNot() {
    for (var route : TABLE.routes()) {
      for (var kind : List.of("missing", "malformed", "foreign-owned")) {
        assertThat(says(route, kind)).as("%s: %s", route, kind).isTrue();
      }
    }
  }

  @Test
  void whatIsExplainedAwayIsNotTestedAsWell() {
    for (var silence : TABLE.silences()) {
      assertThat(TABLE.requests())
          .noneMatch(
              request ->
                  request.route().equals(silence.route()) && request.kind().equals(silence.kind()));
    }
  }

  private static boolean says(String route, String kind) {
    Predicate<Silence> silent = one -> one.route().equals(route) && one.kind().equals(kind);
    return TABLE.silences().stream().anyMatch(silent)
        || TABLE.requests().stream()
            .anyMatch(one -> one.route().equals(route) && one.kind().equals(kind));
  }

  /** 413 and 415 are said once, for all. */
  @Test
  void everyAnswerIsDescribed() {
    var described = described();
    assertThat(TABLE.requests())
        .filteredOn(request -> request.status() != 413 && request.status() != 415)
        .allSatisfy(
            request ->
                assertThat(described.get(request.route()))
                    .as(request.route())
                    .contains(request.status()));
    assertThat(described.entrySet())
        .filteredOn(route -> !says(route.getKey(), "unauthenticated"))
        .allSatisfy(route -> assertThat(route.getValue()).as(route.getKey()).contains(401));
  }

  private static Set<String> routes() {
    return described().keySet();
  }

  /** Routes and their statuses, as the API describes itself: generated when it is compiled. */
  private static Map<String, Set<Integer>> described() {
    var described = new TreeMap<String, Set<Integer>>();
    String path = "";
    String route = "";
    for (var line : WORLD.api.get("/v1/openapi.yaml").send().body().lines().toList()) {
      if (line.startsWith("  /")) {
        path = line.strip().replaceAll(":$", "");
      } else if (line.matches("    (get|post|put|patch|delete):")) {
        route = line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path;
        described.put(route, new TreeSet<>());
      } else if (line.matches("        \"\\d{3}\":") && described.containsKey(route)) {
        described.get(route).add(Integer.valueOf(line.replaceAll("\\D", "")));
      }
    }
    return described;
  }
}
