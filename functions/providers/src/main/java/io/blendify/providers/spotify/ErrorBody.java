package io.blendify.providers.spotify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blendify.providers.json.JsonFields;
import io.blendify.providers.json.JsonText;
import io.blendify.providers.json.JsonTree;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error, read leniently: it is not always JSON.
 *
 * @param message one line without control characters, at most {@value #LONGEST} characters; empty
 *     where there is none
 * @param reason the Web API's {@code reason}, or the token endpoint's {@code error}
 */
record ErrorBody(Form form, String message, @Nullable String reason) {

  private static final int LONGEST = 200;

  /** What the body is written in. */
  enum Form {
    JSON,
    HTML,
    PLAIN,
    EMPTY
  }

  static ErrorBody of(byte[] body) {
    var text = new String(body, 0, Math.min(body.length, 4 * LONGEST), UTF_8).strip();
    if (text.isEmpty()) {
      return new ErrorBody(Form.EMPTY, "", null);
    }
    if (text.startsWith("<")) {
      return new ErrorBody(Form.HTML, "an HTML page", null);
    }
    try {
      return of(JsonTree.read(body));
    } catch (IOException e) {
      return new ErrorBody(Form.PLAIN, line(text), null);
    }
  }

  private static ErrorBody of(JsonNode json) {
    var error = JsonFields.object(json, "error");
    if (error != null) {
      return new ErrorBody(Form.JSON, said(error, "message"), JsonFields.text(error, "reason"));
    }
    return new ErrorBody(
        Form.JSON,
        (said(json, "error") + " " + said(json, "error_description")).strip(),
        JsonFields.text(json, "error"));
  }

  private static String said(JsonNode json, String name) {
    return line(Objects.requireNonNullElse(JsonFields.text(json, name), ""));
  }

  private static String line(String text) {
    var oneLine = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return JsonText.storable(oneLine.substring(0, Math.min(oneLine.length(), LONGEST)));
  }
}
