package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.Answer;

/** The provider's errors, in its words. */
final class Errors {

  static final String PLAIN = "text/plain; charset=utf-8";

  private Errors() {}

  /** An error of the Web API. */
  static Answer api(int status, String message) {
    var json = Json.object();
    json.putObject("error").put("status", status).put("message", message);
    return Answer.json(status, json.toString());
  }

  static Answer api(int status, String message, String reason) {
    var json = Json.object();
    json.putObject("error").put("status", status).put("message", message).put("reason", reason);
    return Answer.json(status, json.toString());
  }

  /** An error of the token endpoint. */
  static Answer token(int status, String error, String description) {
    return Answer.json(
        status, Json.object().put("error", error).put("error_description", description).toString());
  }

  static Answer unauthorized(String message) {
    return api(401, message)
        .withHeader(
            "WWW-Authenticate",
            "Bearer realm=\"spotify\", error=\"invalid_token\", error_description=\""
                + message
                + "\"");
  }

  static Answer scope() {
    return api(403, "Insufficient client scope");
  }

  static Answer notRegistered() {
    return Answer.of(
        403,
        PLAIN,
        "User not registered in the Developer Dashboard. Check settings on developer.spotify.com/dashboard, the user"
            + " may not be registered.");
  }

  static Answer premium() {
    return api(
        403,
        "Active premium subscription required for the owner of the app. Please update the subscription.");
  }
}
