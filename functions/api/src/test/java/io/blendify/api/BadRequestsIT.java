package io.blendify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.blendify.api.Api.User;
import io.blendify.core.sync.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For each route, every kind of bad request gets its clear error, and nothing is written. */
class BadRequestsIT {
  static final Api API =
      Api.start(new FakeSignIn(), new FakeListing(Resource.TOP_TRACKS, List.of("top")));
  static final User ADA = API.user("Ada");
  static final User EVE = API.user("Eve");
  static final String BLEND = blend();

  /**
   * A route.
   *
   * @param path with <code>{id}</code> for a blend's id
   * @param body a good one; empty where there is none
   */
  record Route(String method, String path, String body, boolean open) {
    String at(String id) {
      return path.replace("{id}", id);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static final List<Route> ROUTES =
      List.of(
          new Route(
              "POST",
              "/v1/users",
              "{\"email\":\"x@example.com\",\"password\":\"0123456789\",\"display_name\":\"X\"}",
              true),
          new Route(
              "POST",
              "/v1/sessions",
              "{\"email\":\"x@example.com\",\"password\":\"0123456789\"}",
              true),
          new Route("DELETE", "/v1/sessions/current", "", false),
          new Route("GET", "/v1/me", "", false),
          new Route("DELETE", "/v1/me", "", false),
          new Route("GET", "/v1/me/profile", "", false),
          new Route("GET", "/v1/connections", "", false),
          new Route("DELETE", "/v1/connections/tunes", "", false),
          new Route("POST", "/v1/blends", "{\"name\":\"B\"}", false),
          new Route("GET", "/v1/blends", "", false),
          new Route("GET", "/v1/blends/{id}", "", false),
          new Route("PATCH", "/v1/blends/{id}", "{\"name\":\"B\"}", false),
          new Route("DELETE", "/v1/blends/{id}", "", false),
          new Route("POST", "/v1/blends/{id}/invitations", "{}", false),
          new Route("PATCH", "/v1/blends/{id}/participants/me", "{\"weight\":1}", false),
          new Route("DELETE", "/v1/blends/{id}/participants/me", "", false),
          new Route("POST", "/v1/blends/{id}/refresh", "", false),
          new Route("GET", "/v1/blends/{id}/tracks", "", false),
          new Route("GET", "/v1/blends/{id}/scores", "", false),
          new Route("POST", "/v1/invitations/unknown/acceptance", "{}", false));

  static String blend() {
    var answer = API.post("/v1/blends").as(ADA).json("{\"name\": \"Ada's\"}").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().get("blend").get("id").getStringValue();
  }

  static Stream<Arguments> bad() {
    var cases = new ArrayList<Arguments>();
    for (var route : ROUTES) {
      if (!route.open()) {
        cases.add(arguments("unauthenticated", route, call(route, BLEND, null, route.body()), 401));
      }
      if (route.path().contains("{id}")) {
        cases.add(arguments("foreign-owned", route, call(route, BLEND, EVE, route.body()), 404));
        var missing = UUID.randomUUID().toString();
        cases.add(arguments("missing", route, call(route, missing, ADA, route.body()), 404));
        cases.add(arguments("malformed id", route, call(route, "7", ADA, route.body()), 400));
      }
      if (!route.body().isEmpty()) {
        cases.add(arguments("malformed", route, call(route, BLEND, ADA, "{\"name\": "), 400));
        cases.add(arguments("not an object", route, call(route, BLEND, ADA, "[1]"), 400));
        cases.add(
            arguments(
                "wrong media type",
                route,
                API.call(route.method(), route.at(BLEND)).as(ADA).body("text/plain", "x"),
                415));
      }
      var big = "{\"name\": \"" + "x".repeat(300_000) + "\"}";
      cases.add(arguments("oversized", route, call(route, BLEND, ADA, big), 413));
    }
    cases.add(arguments("missing body", ROUTES.get(0), API.post("/v1/users"), 400));
    cases.add(arguments("missing body", ROUTES.get(1), API.post("/v1/sessions"), 400));
    cases.add(arguments("missing body", ROUTES.get(8), API.post("/v1/blends").as(ADA), 400));
    for (var query : List.of("limit=0", "limit=201", "limit=x", "cursor=x", "cursor=%00")) {
      for (var path : List.of("/v1/blends", "/v1/blends/" + BLEND + "/tracks")) {
        var call = API.get(path + "?" + query).as(ADA);
        cases.add(arguments(query, new Route("GET", path, "", false), call, 400));
      }
    }
    for (var path :
        List.of(
            "/v1/callback/tunes",
            "/v1/callback/tunes?state=guess&code=x",
            "/v1/callback/tunes?state=" + "x".repeat(5_000))) {
      var route = new Route("GET", "/v1/callback/tunes", "", true);
      cases.add(arguments("no way back", route, API.get(path), 400));
    }
    var connect = new Route("GET", "/v1/connect/nowhere", "", true);
    cases.add(arguments("missing", connect, API.get(connect.path()), 404));
    var invitation = new Route("GET", "/v1/invitations/guess", "", true);
    cases.add(arguments("missing", invitation, API.get(invitation.path()), 404));
    return cases.stream();
  }

  private static Api.Call call(Route route, String id, User user, String body) {
    var call = API.call(route.method(), route.at(id));
    var asked = body.isEmpty() ? call : call.json(body);
    return user == null ? asked : asked.as(user);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bad")
  void isAnsweredClearlyAndChangesNothing(String kind, Route route, Api.Call call, int status) {
    var before = API.contents();
    var answer = call.send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("status").getIntValue()).isEqualTo(status);
    assertThat(answer.text("title")).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception", "io.blendify", "java.");
    assertThat(API.contents()).isEqualTo(before);
  }

  /** Whoever adds a route to these rooms adds it to the table. */
  @Test
  void noRouteIsForgotten() {
    var described = new ArrayList<String>();
    String path = "";
    for (var line : API.get("/v1/openapi.yaml").send().body().lines().toList()) {
      if (line.startsWith("  /")) {
        path = line.strip().replaceAll(":$", "");
      } else if (line.matches("    (get|post|put|patch|delete):")) {
        described.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    var tested = ROUTES.stream().map(Route::toString).toList();
    assertThat(described)
        .filteredOn(route -> route.contains("/v1/blends") || route.contains("/v1/users"))
        .isNotEmpty()
        .allMatch(tested::contains);
  }
}
