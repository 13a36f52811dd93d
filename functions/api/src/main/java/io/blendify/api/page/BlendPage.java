package io.blendify.api.page;

import io.blendify.api.blending.BlendDetail;
import io.blendify.api.blending.BlendTrackView;
import io.blendify.api.blending.ParticipantView;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A blend in words and figures, as its page shows it. */
public record BlendPage(
    String score,
    String low,
    String high,
    List<String> sentences,
    List<TermRow> terms,
    List<TrackRow> tracks) {

  /** One reason for the score. */
  public record TermRow(String name, String how, String points) {}

  /** One track, who brought it, and why. */
  public record TrackRow(
      String name,
      @Nullable String artist,
      @Nullable String cover,
      @Nullable String broughtBy,
      @Nullable String reason) {}

  static BlendPage of(BlendDetail detail, List<BlendTrackView> tracks) {
    var names =
        detail.participants().stream()
            .collect(
                Collectors.toMap(
                    person -> person.userId().toString(), ParticipantView::displayName));
    var rows = tracks.stream().map(track -> row(track, names)).toList();
    var score = detail.score();
    if (score == null) {
      return new BlendPage("", "", "", List.of(), List.of(), rows);
    }
    return new BlendPage(
        whole(score.score()),
        whole(score.intervalLow()),
        whole(score.intervalHigh()),
        elements(score.details().get("sentences")).stream()
            .map(JsonNode::coerceStringValue)
            .toList(),
        elements(score.details().get("terms")).stream().map(BlendPage::term).toList(),
        rows);
  }

  private static TermRow term(JsonNode term) {
    var points = term.get("points");
    var figure = points == null ? "" : String.format(Locale.ROOT, "%.2f", points.getDoubleValue());
    return new TermRow(text(term, "name"), text(term, "how"), figure);
  }

  private static TrackRow row(BlendTrackView track, Map<String, String> names) {
    var by =
        elements(track.blendMetadata().get("contributors")).stream()
            .map(contributor -> names.get(text(contributor, "user_id")))
            .filter(name -> name != null)
            .collect(Collectors.joining(", "));
    var reason = text(track.blendMetadata(), "reason");
    return new TrackRow(
        track.trackName(),
        track.artistName(),
        track.albumArtUrl(),
        by.isEmpty() ? null : by,
        reason.isEmpty() ? null : reason);
  }

  private static List<JsonNode> elements(@Nullable JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    if (array != null && array.isArray()) {
      array.values().forEach(elements::add);
    }
    return elements;
  }

  private static String text(JsonNode object, String member) {
    var value = object.get(member);
    return value == null || value.isNull() ? "" : value.coerceStringValue();
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }
}
