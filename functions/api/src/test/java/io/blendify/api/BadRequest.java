package io.blendify.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code bad-requests.txt}.
 *
 * @param route method and path as the API's description has them
 * @param who {@code ada}, {@code bob}, {@code eve} or {@code nobody}
 * @param target path or query in place of the route's own; empty for the route's own
 * @param body empty for none
 * @param named what the answer must name
 */
record BadRequest(
    String route,
    String kind,
    String who,
    String target,
    String mediaType,
    String body,
    int status,
    String type,
    List<String> named) {

  static final Set<String> KINDS =
      Set.of("missing", "malformed", "oversized", "foreign-owned", "unauthenticated");

  private static final Pattern LINE =
      Pattern.compile(
          "(?<kind>[a-z-]+) +(?:@(?<who>[a-z]+) +)?(?<target>[/?]\\S+ +)?"
              + "(?:%(?<type>[a-z/]+) )?(?<body>.*?) *-> (?<status>\\d{3}) (?<problem>\\S+)(?<named>.*)");

  /** The whole table: its requests, and which kinds each route explains away. */
  record Table(List<BadRequest> requests, List<Silence> silences, List<String> routes) {}

  /** Why a route has no bad request of a kind. */
  record Silence(String route, String kind, String why) {}

  static Table read() {
    var requests = new ArrayList<BadRequest>();
    var silences = new ArrayList<Silence>();
    var routes = new ArrayList<String>();
    for (var line : lines()) {
      if (line.matches("[A-Z]+ /.*")) {
        routes.add(line);
      } else if (line.matches(" +[a-z-]+ +- .+")) {
        var parts = line.strip().split(" +- ", 2);
        silences.add(new Silence(routes.getLast(), parts[0], parts[1]));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        requests.add(parse(routes.getLast(), line.strip()));
      }
    }
    return new Table(requests, silences, routes);
  }

  private static BadRequest parse(String route, String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches() || !KINDS.contains(parts.group("kind"))) {
      throw new IllegalArgumentException(line);
    }
    var kind = parts.group("kind");
    var type = parts.group("type");
    return new BadRequest(
        route,
        kind,
        parts.group("who") == null ? usually(kind) : parts.group("who"),
        orEmpty(parts.group("target")),
        type == null ? "application/json" : type,
        orEmpty(parts.group("body")),
        Integer.parseInt(parts.group("status")),
        parts.group("problem"),
        List.of(parts.group("named").strip().split(" ")));
  }

  private static String usually(String kind) {
    return switch (kind) {
      case "foreign-owned" -> "eve";
      case "unauthenticated" -> "nobody";
      default -> "ada";
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static List<String> lines() {
    try (var file = BadRequest.class.getResourceAsStream("bad-requests.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    var asked = String.join(" ", "@" + who, target, body.length() > 80 ? "…" : body);
    return route + ": " + kind + " " + asked.strip().replaceAll(" +", " ");
  }
}
