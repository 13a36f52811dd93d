package io.blendify.api.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's taste in short.
 *
 * @param builtAt null before the first sync or import
 * @param artistCount of all artists known; {@code artists} holds those that matter most
 * @param genres of those artists, the most frequent first
 * @param sources what it was made from: {@code "spotify top_tracks short_term"}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TasteSummary(
    @JsonProperty("built_at") @Nullable Instant builtAt,
    @JsonProperty("artist_count") int artistCount,
    @JsonProperty("recording_count") int recordingCount,
    List<TasteArtist> artists,
    List<String> genres,
    List<String> sources) {
  private static final int ARTISTS = 20;
  private static final int GENRES = 15;

  static final TasteSummary NONE = new TasteSummary(null, 0, 0, List.of(), List.of(), List.of());

  /** An artist who matters to the person. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record TasteArtist(String name, List<String> genres) {}

  /**
   * @param profile as {@code taste.profiles} keeps it, artists by falling weight
   */
  static TasteSummary of(JsonNode profile, Instant builtAt) {
    var all = elements(profile.get("artists"));
    var artists = all.stream().limit(ARTISTS).map(TasteSummary::artist).toList();
    return new TasteSummary(
        builtAt,
        all.size(),
        elements(profile.get("recordings")).size(),
        artists,
        genres(artists),
        elements(profile.get("sources")).stream().map(TasteSummary::source).toList());
  }

  private static TasteArtist artist(JsonNode artist) {
    var genres = elements(artist.get("genres")).stream().map(JsonNode::coerceStringValue).toList();
    return new TasteArtist(text(artist, "name"), genres);
  }

  private static List<String> genres(List<TasteArtist> artists) {
    var counts = new LinkedHashMap<String, Integer>();
    artists.forEach(artist -> artist.genres().forEach(g -> counts.merge(g, 1, Integer::sum)));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(GENRES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String source(JsonNode source) {
    var parts = List.of(text(source, "provider"), text(source, "resource"), text(source, "part"));
    return String.join(" ", parts).strip();
  }

  private static String text(JsonNode object, String member) {
    var value = object.get(member);
    return value == null || value.isNull() ? "" : value.coerceStringValue();
  }

  private static List<JsonNode> elements(@Nullable JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    if (array != null && array.isArray()) {
      array.values().forEach(elements::add);
    }
    return elements;
  }
}
