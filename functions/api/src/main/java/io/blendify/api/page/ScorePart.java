package io.blendify.api.page;

import io.blendify.api.blending.ScoreView;
import io.micronaut.json.tree.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A score, why it is what it is, and how sure.
 *
 * @param whole 0 to 100
 * @param arc of a circle with a circumference of 100
 * @param left where the interval begins, 0 to 100
 * @param width of the interval
 * @param meaning of the interval, in a sentence
 * @param reasons the ten that weigh most
 * @param others the rest of them
 * @param pairs of more than two people, the closest first
 */
public record ScorePart(
    String whole,
    String arc,
    String left,
    String width,
    String low,
    String high,
    String meaning,
    List<String> sentences,
    List<Part> parts,
    List<Reason> reasons,
    List<Reason> others,
    List<Pair> pairs) {
  private static final int REASONS = 10;

  /**
   * One aspect of the match.
   *
   * @param score 0 to 100, of this aspect alone
   * @param words what it counts for
   */
  public record Part(String name, String score, String words) {}

  /**
   * One thing that adds to the score.
   *
   * @param width of its bar, 0 to 100
   */
  public record Reason(String name, String what, String points, String width) {}

  /** How well two of a group match. */
  public record Pair(String one, String other, String score) {}

  static ScorePart of(ScoreView score, Map<String, String> names) {
    var details = score.details();
    var terms = Json.elements(details.get("terms"));
    var reasons = reasons(terms);
    double width = score.intervalHigh() - score.intervalLow();
    return new ScorePart(
        whole(score.score()),
        fine(score.score()),
        fine(score.intervalLow()),
        fine(Math.max(0.5, width)),
        whole(score.intervalLow()),
        whole(score.intervalHigh()),
        meaning(width),
        Json.texts(details.get("sentences")),
        Json.elements(details.get("components")).stream().map(ScorePart::part).toList(),
        reasons.stream().limit(REASONS).toList(),
        reasons.stream().skip(REASONS).toList(),
        pairs(Json.elements(details.get("pairs")), names));
  }

  private static String meaning(double width) {
    var sure =
        width < 6
            ? "A lot is known about all of you, so this figure is firm."
            : width < 15
                ? "More listening would move this figure a little."
                : "Little is known yet, so this figure can still move far.";
    return "Had we seen another sample of the same listening, the score would lie in this range in"
        + " 95 of 100 cases. "
        + sure;
  }

  private static Part part(JsonNode component) {
    return new Part(
        Words.capital(Json.text(component, "name")),
        whole(Json.number(component, "score")),
        "counts for %s %%, gives %s points"
            .formatted(
                whole(100 * Json.number(component, "weight")),
                fine(Json.number(component, "points"))));
  }

  private static List<Reason> reasons(List<JsonNode> terms) {
    double most =
        terms.stream()
            .filter(term -> !isRest(term))
            .mapToDouble(term -> Json.number(term, "points"))
            .max()
            .orElse(1);
    return terms.stream()
        .filter(term -> Json.number(term, "points") != 0)
        .sorted(
            Comparator.comparing(ScorePart::isRest)
                .thenComparing(term -> -Json.number(term, "points")))
        .map(term -> reason(term, most))
        .toList();
  }

  /** Many small ones together: no reason of its own, whatever it adds up to. */
  private static boolean isRest(JsonNode term) {
    return Json.text(term, "how").equals("rest");
  }

  private static Reason reason(JsonNode term, double most) {
    double points = Json.number(term, "points");
    return new Reason(
        Words.capital(Json.text(term, "name")),
        what(Json.text(term, "component"), Json.text(term, "how")),
        String.format(Locale.ROOT, "%.2f", points),
        fine(Math.max(0, Math.min(100, 100 * points / Math.max(most, 0.01)))));
  }

  private static String what(String component, String how) {
    var kind =
        switch (component) {
          case "artists" -> "artist";
          case "tracks" -> "track";
          case "genres" -> "genre";
          default -> component;
        };
    return switch (how) {
      case "shared" -> kind + " that you share";
      case "related" -> kind + " that you meet through different artists";
      case "expected" -> "expected, not heard";
      case "rest" -> "all smaller ones together";
      default -> kind + ", " + how;
    };
  }

  private static List<Pair> pairs(List<JsonNode> pairs, Map<String, String> names) {
    return pairs.size() < 2
        ? List.of()
        : pairs.stream()
            .sorted(
                Comparator.comparingDouble((JsonNode pair) -> -Json.number(pair, "score"))
                    .thenComparing(pair -> Json.text(pair, "a") + Json.text(pair, "b")))
            .map(
                pair ->
                    new Pair(
                        names.getOrDefault(Json.text(pair, "a"), "somebody"),
                        names.getOrDefault(Json.text(pair, "b"), "somebody"),
                        whole(Json.number(pair, "score"))))
            .toList();
  }

  static String whole(double value) {
    return String.valueOf(Math.round(value));
  }

  private static String fine(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
