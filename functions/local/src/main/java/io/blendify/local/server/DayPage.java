package io.blendify.local.server;

import com.sun.net.httpserver.HttpExchange;
import io.blendify.sandbox.SandboxClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Lets days pass on the local system's clock, so that there is history to look at. */
final class DayPage {

  static final String PATH = "/_local/clock";

  private final SandboxClock clock;
  private final Timer timer;
  private final DataFolder folder;

  DayPage(SandboxClock clock, Timer timer, DataFolder folder) {
    this.clock = clock;
    this.timer = timer;
    this.folder = folder;
  }

  /** GET shows the time; POST lets a day pass and syncs what is due then. */
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
    clock.advance(Duration.ofDays(1));
    LocalClock.keep(clock, folder);
    timer.now();
    exchange.getResponseHeaders().set("Location", PATH);
    exchange.sendResponseHeaders(303, -1);
  }

  private void show(HttpExchange exchange) throws IOException {
    var html =
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Time · Blendify</title>
        <link rel="stylesheet" href="/style.css"></head><body><main>
        <h1>Time on this machine's Blendify</h1>
        <p>It is %s (UTC). The sandbox's people live by it: they play, save, remove and edit.</p>
        <form method="post"><button>Let a day pass</button></form>
        <p><a href="/home">Back to your music</a></p>
        </main></body></html>
        """
            .formatted(clock.instant().toString().replaceAll("\\.\\d+", ""));
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    GatewayEvents.send(exchange, 200, html.getBytes(StandardCharsets.UTF_8));
  }
}
