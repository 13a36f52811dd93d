package io.blendify.api.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person filled in. */
final class Form {

  private final Map<String, List<String>> values = new HashMap<>();

  /**
   * Reads {@code application/x-www-form-urlencoded}. Micronaut's own reading on Lambda splits
   * values at commas.
   *
   * @throws IllegalArgumentException for a broken escape
   */
  Form(String body) {
    for (var pair : body.split("&")) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        var name = decode(pair.substring(0, equals));
        values
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(decode(pair.substring(equals + 1)));
      }
    }
  }

  /** The first value; empty where there is none. */
  String text(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
