package io.blendify.api.blending;

import io.blendify.api.library.AsOf;
import io.blendify.api.paging.Cursors;
import io.blendify.api.paging.Page;
import io.blendify.api.paging.Place;
import io.blendify.api.problem.ProblemException;
import io.blendify.store.blend.BlendRefreshes;
import io.blendify.store.blend.BlendScore;
import io.blendify.store.blend.BlendScores;
import io.blendify.store.blend.BlendTracks;
import io.blendify.store.blending.Blend;
import io.blendify.store.blending.Blends;
import io.blendify.store.blending.Participant;
import io.blendify.store.blending.Participants;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Blends, read by who takes part in them. For anybody else there are none. */
@Singleton
public class BlendReader {

  private final Blends blends;
  private final Participants participants;
  private final BlendRefreshes refreshes;
  private final BlendScores scores;
  private final BlendTracks tracks;
  private final Cursors cursors;
  private final InstantSource clock;
  private final JsonMapper json;

  BlendReader(
      Blends blends,
      Participants participants,
      BlendRefreshes refreshes,
      BlendScores scores,
      BlendTracks tracks,
      Cursors cursors,
      InstantSource clock,
      JsonMapper json) {
    this.blends = blends;
    this.participants = participants;
    this.refreshes = refreshes;
    this.scores = scores;
    this.tracks = tracks;
    this.cursors = cursors;
    this.clock = clock;
    this.json = json;
  }

  /**
   * @throws ProblemException 404 for who does not take part
   */
  public Blend find(UUID id, UUID userId) {
    return blends.find(id, userId).orElseThrow(() -> ProblemException.notFound("blend"));
  }

  public Page<BlendSummary> list(UUID userId, @Nullable String cursor, int limit) {
    var scope = "blends:" + userId;
    var from = Place.of(cursors.decode(scope, cursor));
    var rows = blends.findByParticipant(userId, from.at(), from.id(), limit + 1);
    var page = Page.of(rows, limit, row -> cursor(scope, row.createdAt(), row.id()));
    var items = page.items().stream().map(row -> summary(row, userId)).toList();
    return new Page<>(items, page.nextCursor());
  }

  public BlendDetail detail(UUID id, UUID userId) {
    var blend = find(id, userId);
    var people = participants.findByBlend(id);
    var names = names(people);
    return new BlendDetail(
        summary(blend, userId),
        people.stream().map(person -> ParticipantView.of(person, blend)).toList(),
        scores.current(id).map(score -> view(score, names)).orElse(null),
        refreshes.findNewest(id).map(RefreshView::of).orElse(null));
  }

  public Page<BlendTrackView> tracks(UUID id, UUID userId, @Nullable String cursor, int limit) {
    find(id, userId);
    var names = names(participants.findByBlend(id));
    var scope = "tracks:" + id + ":" + userId;
    var place = cursors.decode(scope, cursor);
    int after = place == null ? 0 : Integer.parseInt(place.getFirst());
    var rows = tracks.current(id, after, limit + 1);
    var page =
        Page.of(rows, limit, row -> cursors.encode(scope, List.of(String.valueOf(row.position()))));
    var items =
        page.items().stream()
            .map(row -> BlendTrackView.of(row, Names.in(tree(row.blendMetadata()), names)))
            .toList();
    return new Page<>(items, page.nextCursor());
  }

  /**
   * From newest to oldest.
   *
   * @param asOf where they begin: a moment or a day; null for now
   * @throws ProblemException 400 where it is neither
   */
  public Page<ScoreView> scores(
      UUID id, UUID userId, @Nullable String asOf, @Nullable String cursor, int limit) {
    find(id, userId);
    var names = names(participants.findByBlend(id));
    var scope = "scores:" + id + ":" + userId;
    var at = AsOf.parse("asOf", asOf, clock.instant().truncatedTo(ChronoUnit.MICROS));
    var from =
        cursor == null && asOf != null
            ? new Place(at.plus(1, ChronoUnit.MICROS), new UUID(0, 0))
            : Place.of(cursors.decode(scope, cursor));
    var rows = scores.history(id, from.at(), from.id(), limit + 1);
    var page = Page.of(rows, limit, row -> cursor(scope, row.heldAt(), row.id()));
    var items = page.items().stream().map(score -> view(score, names)).toList();
    return new Page<>(items, page.nextCursor());
  }

  private BlendSummary summary(Blend blend, UUID userId) {
    return BlendSummary.of(blend, tree(blend.algorithmConfig()), userId);
  }

  private ScoreView view(BlendScore score, Map<String, String> names) {
    return ScoreView.of(score, Names.in(tree(score.details()), names));
  }

  private static Map<String, String> names(List<Participant> people) {
    return people.stream()
        .collect(Collectors.toMap(p -> p.userId().toString(), Participant::displayName));
  }

  private JsonNode tree(String text) {
    try {
      return json.readValue(text, JsonNode.class);
    } catch (IOException e) {
      throw new IllegalStateException("JSON from the database cannot be read", e);
    }
  }

  private String cursor(String scope, Instant at, UUID id) {
    return cursors.encode(scope, new Place(at, id).parts());
  }
}
