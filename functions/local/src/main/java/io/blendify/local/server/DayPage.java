package io.blendify.local.server;

import com.sun.net.httpserver.HttpExchange;
import io.blendify.sandbox.SandboxClock;
import io.blendify.sandbox.spotify.SpotifySandbox;
import io.blendify.sandbox.world.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets days pass on the local system's clock, so that there is history to look at. */
final class DayPage {

  static final String PATH = "/_local/clock";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final SandboxClock clock;
  private final Timer timer;
  private final DataFolder folder;
  private final @Nullable SpotifySandbox spotify;
  private volatile @Nullable Instant before;

  DayPage(SandboxClock clock, Timer timer, DataFolder folder, Providers providers) {
    this.clock = clock;
    this.timer = timer;
    this.folder = folder;
    this.spotify = providers.spotify().orElse(null);
  }

  /** GET shows the time; POST lets {@code days} pass, 1 or 10, and syncs what is due then. */
  void handle(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "GET" -> show(exchange);
      case "POST" -> pass(exchange);
      default ->
          GatewayEvents.problem(exchange, 405, "Method Not Allowed", "GET the time, POST a day.");
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    var origin = exchange.getRequestHeaders().getFirst("Origin");
    var host = exchange.getRequestHeaders().getFirst("Host");
    if (origin != null && !origin.equals("http://" + host)) {
      GatewayEvents.problem(exchange, 403, "Forbidden", "Another site asked for this.");
      return;
    }
    var form = new String(exchange.getRequestBody().readNBytes(100), StandardCharsets.UTF_8);
    if (!form.matches("(days=(1|10))?")) {
      GatewayEvents.problem(exchange, 400, "Bad Request", "days is 1 or 10.");
      return;
    }
    before = clock.instant();
    clock.advance(Duration.ofDays(form.endsWith("10") ? 10 : 1));
    LocalClock.keep(clock, folder);
    timer.now();
    exchange.getResponseHeaders().set("Location", PATH);
    exchange.sendResponseHeaders(303, -1);
  }

  private void show(HttpExchange exchange) throws IOException {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var html =
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Clock · Blendify</title><link rel="stylesheet" href="/style.css"></head><body>
        <header><a class="brand" href="/">Blendify</a><nav><a href="/home">Home</a></nav></header>
        <main>
        <h1>%s</h1>
        <p class="lead">It is %s (UTC) on this Blendify's clock, and the sandbox's people live by it.</p>
        <form method="post" class="row"><button name="days" value="1">Let a day pass</button>
        <button class="button other" name="days" value="10">Let ten days pass</button></form>
        %s
        %s
        </main></body></html>
        """
            .formatted(DAY.format(now), TIME.format(now), happened(), people());
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    GatewayEvents.send(exchange, 200, html.getBytes(StandardCharsets.UTF_8));
  }

  /** Since the last button; nothing before the first, or without the sandbox. */
  private String happened() {
    var from = before;
    if (from == null || spotify == null) {
      return "";
    }
    var until = clock.instant();
    var lines =
        spotify.connected().stream()
            .map(
                person ->
                    "<li><strong>%s</strong> %s</li>"
                        .formatted(
                            name(person),
                            new Doings(spotify.world(), person, from, until).inWords()))
            .collect(Collectors.joining("\n"));
    var day = LocalDate.ofInstant(from, ZoneOffset.UTC);
    return """
    <h2>Since %s</h2>
    <ul class="plain card">%s</ul>
    <p>The sync has begun; <a href="/home">Home</a> tells how far it is. What was known then is still there:
    <a href="/library/saved-tracks?asOf=%3$s">saved tracks</a>, <a href="/library/top-artists?asOf=%3$s">top artists</a>
    as of %3$s.</p>
    """
        .formatted(
            DAY.format(from.atOffset(ZoneOffset.UTC)),
            lines.isEmpty() ? "<li>Nobody has connected Spotify yet.</li>" : lines,
            day);
  }

  private String people() {
    if (spotify == null) {
      return "";
    }
    var connected = spotify.connected();
    var lines =
        spotify.world().demoPeople().stream()
            .map(person -> line(person, connected))
            .collect(Collectors.joining("\n"));
    return """
    <h2>Who you can be at the sandbox</h2>
    <table>%s</table>
    <p class="faint"><a href="%s/_sandbox">Switches of the fake Spotify</a> ·
    <a href="/v1/openapi.yaml">The API</a></p>
    """
        .formatted(lines, spotify.origin());
  }

  private String line(Person person, List<Person> connected) {
    return """
    <tr><td><strong>%s</strong><span class="why">%s</span></td>
    <td>%s</td><td><a href="%s/_sandbox/books/%s">books</a></td></tr>"""
        .formatted(
            name(person),
            person.bio(),
            connected.contains(person) ? "<span class=\"state active\">connected</span>" : "",
            Objects.requireNonNull(spotify).origin(),
            person.key());
  }

  private static String name(Person person) {
    return Objects.requireNonNullElse(person.displayName(), person.key());
  }
}
