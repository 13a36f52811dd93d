package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.sandbox.http.PathPattern;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A fault as JSON: {@code {"path": "/v1/me/tracks", "kind": "throttled", "seconds": 5, "from": 2,
 * "times": 1}}.
 */
final class FaultJson {

  private FaultJson() {}

  static Fault read(JsonNode json) {
    if (!json.path("path").isTextual()) {
      throw new IllegalArgumentException("a fault needs a path");
    }
    int times = json.path("times").isTextual() ? Integer.MAX_VALUE : json.path("times").asInt(1);
    return new Fault(
        PathPattern.of(json.get("path").asText()),
        text(json, "query"),
        text(json, "person"),
        text(json, "client_id"),
        json.path("from").asInt(1),
        times,
        effect(json));
  }

  static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text + " is no duration such as PT5S or P1D", e);
    }
  }

  private static Effect effect(JsonNode json) {
    return switch (json.path("kind").asText()) {
      case "throttled" -> Effect.throttled(json.path("seconds").asInt(3));
      case "throttled_without_header" -> Effect.throttledWithoutHeader();
      case "quota_exceeded" ->
          Effect.quotaExceeded(Duration.ofSeconds(json.path("seconds").asInt(48_925)));
      case "expired" -> Effect.expired();
      case "expires_access" -> new Effect.ExpiresAccess();
      case "revokes_consent" -> new Effect.RevokesConsent();
      case "insufficient_scope" -> Effect.insufficientScope();
      case "forbidden" -> Effect.forbidden();
      case "not_registered" -> Effect.notRegistered();
      case "premium_required" -> Effect.premiumRequired();
      case "not_found" -> Effect.notFound();
      case "broken_gateway" -> Effect.brokenGateway(json.path("status").asInt(502));
      case "empty_error" -> Effect.emptyError(json.path("status").asInt(503));
      case "invalid_grant" -> Effect.invalidGrant();
      case "invalid_client" -> Effect.invalidClient();
      case "truncated_json" -> Effect.truncatedJson();
      case "cut_off" -> Effect.cutOff();
      case "connection_reset" -> Effect.connectionReset();
      case "slow" -> Effect.slow(duration(json.path("by").asText("PT5S")));
      case "dripping" -> Effect.dripping(duration(json.path("by").asText("PT5S")));
      case "empty" -> Effect.empty();
      case "locked" -> Effect.lockedFor(Duration.ofSeconds(json.path("seconds").asInt(86_400)));
      case "hides_first" -> new Effect.HidesFirst(json.path("count").asInt(1));
      case "moves_clock" -> new Effect.MovesClock(duration(json.path("by").asText("P1D")));
      default -> new Effect.Edits(edit(json));
    };
  }

  private static Edit edit(JsonNode json) {
    return switch (json.path("kind").asText()) {
      case "short_page" ->
          new Edit.ShortPage(json.path("keep").asInt(1), json.path("lost").asBoolean(false));
      case "foreign_next" ->
          new Edit.ForeignNext(json.path("origin").asText("https://elsewhere.invalid"));
      case "repeated_next" -> new Edit.RepeatedNext();
      case "null_cursors" -> new Edit.NullCursors();
      case "null_entry" -> new Edit.NullEntry(json.path("index").asInt(0));
      case "without" -> new Edit.Without(SwitchesJson.texts(json.path("fields")));
      case "other_snapshots" -> new Edit.OtherSnapshots(json.path("salt").asText("Mg=="));
      case "novelties" -> new Edit.Novelties();
      default ->
          throw new IllegalArgumentException("no fault of kind " + json.path("kind").asText());
    };
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).isTextual() ? json.get(name).asText() : null;
  }
}
