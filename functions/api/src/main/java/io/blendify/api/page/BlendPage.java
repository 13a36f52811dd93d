package io.blendify.api.page;

import io.blendify.api.blending.BlendDetail;
import io.blendify.api.blending.BlendTrackView;
import io.blendify.api.blending.ParticipantView;
import io.blendify.api.blending.RefreshView;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A blend in words and figures, as its page shows it.
 *
 * @param how tracks are chosen
 * @param score null until it was computed
 * @param state of the newest computation, in words; empty where there is nothing to say
 * @param isRunning whether the page should look again soon
 * @param computed when the score was computed; null before the first time
 * @param fairness who is served least, in a sentence; empty where nobody knows
 * @param length of the playlist, in words
 */
public record BlendPage(
    String id,
    String name,
    @Nullable String description,
    boolean isOwner,
    String how,
    @Nullable ScorePart score,
    String state,
    boolean isRunning,
    @Nullable When computed,
    List<Person> people,
    String fairness,
    List<Song> songs,
    String length) {

  /**
   * Somebody who takes part.
   *
   * @param known what stands behind the score on this side; empty where nothing does
   * @param served how many of the tracks are their own; empty before there are tracks
   * @param liking how much they are expected to like the playlist, 0 to 100; null likewise
   */
  public record Person(
      String name,
      Tile tile,
      boolean isOwner,
      boolean isMe,
      String known,
      String served,
      @Nullable String liking,
      String consent) {}

  /** One track, who brought it, and why. */
  public record Song(
      int place,
      Tile tile,
      String name,
      @Nullable String artist,
      @Nullable String album,
      String length,
      List<Bringer> by,
      String reason) {}

  /** Who brought a track; the colour is that of the person on this page. */
  public record Bringer(String name, int colour) {}

  static BlendPage of(BlendDetail detail, List<BlendTrackView> tracks, UUID me, Instant now) {
    return new Maker(detail, me, now).page(tracks);
  }

  /** Puts a page together. */
  private static final class Maker {
    private final BlendDetail detail;
    private final UUID me;
    private final Instant now;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> colours = new HashMap<>();
    private final Map<String, JsonNode> coverage = new HashMap<>();
    private final Map<String, JsonNode> satisfaction = new HashMap<>();

    Maker(BlendDetail detail, UUID me, Instant now) {
      this.detail = detail;
      this.me = me;
      this.now = now;
      for (var person : detail.participants()) {
        names.put(person.userId().toString(), person.displayName());
        colours.put(person.userId().toString(), colours.size());
      }
      if (detail.score() != null) {
        var details = detail.score().details();
        index(details.get("coverage"), coverage);
        index(details.get("satisfaction"), satisfaction);
      }
    }

    private static void index(@Nullable JsonNode array, Map<String, JsonNode> byPerson) {
      Json.elements(array).forEach(one -> byPerson.put(Json.text(one, "user_id"), one));
    }

    BlendPage page(List<BlendTrackView> tracks) {
      var blend = detail.blend();
      var score = detail.score();
      return new BlendPage(
          blend.id().toString(),
          blend.name(),
          blend.description(),
          blend.isOwner(),
          Words.algorithm(blend.algorithmType()),
          score == null ? null : ScorePart.of(score, names),
          state(detail.refresh()),
          isRunning(detail.refresh()),
          score == null ? null : When.of(score.createdAt(), now),
          detail.participants().stream().map(person -> person(person, tracks.size())).toList(),
          fairness(),
          tracks.stream().map(this::song).toList(),
          length(tracks));
    }

    private static boolean isRunning(@Nullable RefreshView refresh) {
      return refresh != null && refresh.status().matches("pending|running|waiting");
    }

    private String state(@Nullable RefreshView refresh) {
      if (refresh == null) {
        return detail.participants().size() < 2 ? "Invite somebody: a blend needs two." : "";
      }
      return switch (refresh.status()) {
        case "pending", "running" -> "It is being computed …";
        case "waiting" -> waiting(refresh);
        case "failed" -> "The last computation failed. Refresh to try again.";
        default -> "";
      };
    }

    private String waiting(RefreshView refresh) {
      if (detail.participants().size() < 2) {
        return "Invite somebody: a blend needs two.";
      }
      var missing =
          refresh.waitingFor().stream().map(id -> names.getOrDefault(id, "somebody")).toList();
      return missing.isEmpty()
          ? "It waits until there is music of at least two people."
          : "It waits for the music of " + Words.joined(missing) + ".";
    }

    private Person person(ParticipantView person, int tracks) {
      var id = person.userId().toString();
      var served = satisfaction.get(id);
      return new Person(
          person.displayName(),
          Tile.of(person.displayName(), person.avatarUrl(), colours.getOrDefault(id, 0)),
          person.isOwner(),
          person.userId().equals(me),
          known(coverage.get(id)),
          served == null || tracks == 0
              ? ""
              : "%s of %s tracks are in their own library"
                  .formatted(Math.round(Json.number(served, "tracks")), tracks),
          served == null || tracks == 0
              ? null
              : ScorePart.whole(100 * Json.number(served, "liking")),
          person.resources().isEmpty()
              ? "lets the blend use nothing"
              : "lets the blend use "
                  + Words.joined(
                      person.resources().stream().map(one -> one.replace('_', ' ')).toList()));
    }

    private static String known(@Nullable JsonNode coverage) {
      if (coverage == null) {
        return "no music known yet";
      }
      var parts = new ArrayList<String>();
      for (var kind : List.of("artist", "track", "genre")) {
        long count = (long) Json.number(coverage, kind + "s");
        if (count > 0) {
          parts.add(Words.many(count, kind));
        }
      }
      return parts.isEmpty() ? "no music known yet" : "known: " + Words.joined(parts);
    }

    private String fairness() {
      if (satisfaction.size() < 2) {
        return "";
      }
      var ranked =
          satisfaction.entrySet().stream()
              .sorted(
                  Comparator.comparingDouble(
                          (Map.Entry<String, JsonNode> one) ->
                              Json.number(one.getValue(), "liking"))
                      .thenComparing(Map.Entry::getKey))
              .toList();
      var least = ranked.getFirst();
      var most = ranked.getLast();
      return "Expected liking goes from %s %% (%s) to %s %% (%s)."
          .formatted(
              ScorePart.whole(100 * Json.number(least.getValue(), "liking")),
              names.getOrDefault(least.getKey(), "somebody"),
              ScorePart.whole(100 * Json.number(most.getValue(), "liking")),
              names.getOrDefault(most.getKey(), "somebody"));
    }

    private Song song(BlendTrackView track) {
      var by = new ArrayList<Bringer>();
      for (var contributor : Json.elements(track.blendMetadata().get("contributors"))) {
        var id = Json.text(contributor, "user_id");
        if (names.containsKey(id)) {
          by.add(new Bringer(names.get(id), colours.getOrDefault(id, 0)));
        }
      }
      return new Song(
          track.position(),
          Tile.of(
              track.albumName() == null ? track.trackName() : track.albumName(),
              track.albumArtUrl()),
          track.trackName(),
          track.artistName(),
          track.albumName(),
          Words.length(track.durationMs()),
          by,
          Json.text(track.blendMetadata(), "reason"));
    }

    private static String length(List<BlendTrackView> tracks) {
      long minutes =
          Math.round(
              tracks.stream()
                      .mapToLong(track -> track.durationMs() == null ? 0 : track.durationMs())
                      .sum()
                  / 60_000.0);
      return Words.many(tracks.size(), "track") + ", " + Words.many(minutes, "minute");
    }
  }
}
