package io.blendify.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.blendify.local.server.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Prints a blend for a person at a terminal. */
final class Report {

  private static final int TERMS = 10;

  private Report() {}

  static void print(JsonNode blend, JsonNode tracks, Progress progress) {
    var names = names(blend);
    score(blend.path("score"), names, progress);
    playlist(tracks.path("items"), names, progress);
  }

  /** What an object of numbers holds, in words. */
  static String counts(JsonNode numbers) {
    var words = new ArrayList<String>();
    numbers
        .properties()
        .forEach(
            number -> words.add("%s %,d".formatted(number.getKey(), number.getValue().asLong())));
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }

  private static Map<String, String> names(JsonNode blend) {
    var names = new HashMap<String, String>();
    for (var person : blend.path("participants")) {
      names.put(person.path("user_id").asText(), person.path("display_name").asText());
    }
    return names;
  }

  private static void score(JsonNode score, Map<String, String> names, Progress progress) {
    var details = score.path("details");
    progress.say("");
    progress.say(
        "Score %.1f  (%.1f to %.1f)"
            .formatted(
                score.path("score").asDouble(),
                score.path("interval_low").asDouble(),
                score.path("interval_high").asDouble()));
    for (var pair : details.path("pairs")) {
      progress.say(
          "  %s and %s: %.1f"
              .formatted(
                  names.get(pair.path("a").asText()),
                  names.get(pair.path("b").asText()),
                  pair.path("score").asDouble()));
    }
    for (var sentence : details.path("sentences")) {
      progress.say("  " + sentence.asText());
    }
    progress.say("");
    progress.say("What the points come from");
    var terms = new ArrayList<JsonNode>();
    details.path("terms").forEach(terms::add);
    terms.sort(Comparator.comparing(term -> term.path("how").asText().equals("rest")));
    terms.stream()
        .limit(TERMS)
        .forEach(
            term ->
                progress.say(
                    "  %5.2f  %-9s %s (%s)"
                        .formatted(
                            term.path("points").asDouble(),
                            term.path("component").asText(),
                            term.path("name").asText(),
                            term.path("how").asText())));
    var rest = terms.stream().skip(TERMS).mapToDouble(term -> term.path("points").asDouble()).sum();
    if (terms.size() > TERMS) {
      progress.say("  %5.2f  from %d more".formatted(rest, terms.size() - TERMS));
    }
  }

  private static void playlist(JsonNode tracks, Map<String, String> names, Progress progress) {
    progress.say("");
    progress.say("The playlist begins");
    for (var track : tracks) {
      var metadata = track.path("blend_metadata");
      progress.say(
          "  %2d. %s · %s"
              .formatted(
                  track.path("position").asInt(),
                  track.path("track_name").asText(),
                  track.path("artist_name").asText()));
      progress.say(
          "      from %s: %s"
              .formatted(brought(metadata, names), metadata.path("reason").asText()));
    }
  }

  private static String brought(JsonNode metadata, Map<String, String> names) {
    var brought = new ArrayList<String>();
    for (var contributor : metadata.path("contributors")) {
      brought.add(names.getOrDefault(contributor.path("user_id").asText(), "somebody"));
    }
    return String.join(" and ", brought);
  }
}
