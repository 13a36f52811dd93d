package io.blendify.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.blendify.core.watch.Metric;
import io.blendify.store.blend.BlendRefreshes;
import io.blendify.store.blend.BlendScore;
import io.blendify.store.blend.BlendScores;
import io.blendify.store.blend.BlendTracks;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlendRefreshIT {

  private final World world = new World();
  private UUID ann;
  private UUID ben;

  @BeforeEach
  void people() {
    ann = world.person("Ann");
    ben = world.person("Ben");
    world.listensTo(ann, "spotify", "indie", "Alpha", "Shared", "Beta", "Gamma");
    world.listensTo(ben, "spotify", "indie", "Shared", "Delta", "Epsilon", "Zeta");
    world.buildTaste(ann);
    world.buildTaste(ben);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aBlendHasAScoreReasonsAndTracks() {
    var blend = world.blend("balanced", ann, ben);
    var refresh = world.refresh(blend);

    assertThat(status(refresh)).isEqualTo("completed");
    assertThat(world.counted(Metric.BLEND_TIME, "completed")).isEqualTo(1);
    var score = world.context.getBean(BlendScores.class).current(blend).orElseThrow();
    assertThat(score.score()).isBetween(5.0, 95.0);
    assertThat(score.intervalLow()).isLessThanOrEqualTo(score.score());
    assertThat(score.details()).contains("You meet at Shared", "\"user_id\"");
    assertThat(
            world.ask(
                "SELECT round(sum((t ->> 'points')::numeric), 2) = round(s.score::numeric, 2) FROM"
                    + " blend_scores s, jsonb_array_elements(s.details -> 'terms') t GROUP BY"
                    + " s.score"))
        .isEqualTo("t");
    var tracks = world.context.getBean(BlendTracks.class).current(blend, 0, 50);
    assertThat(tracks).hasSize(10);
    assertThat(tracks).allSatisfy(track -> assertThat(track.sourceUserId()).isIn(ann, ben));
    assertThat(tracks)
        .anySatisfy(track -> assertThat(track.blendMetadata()).contains("Both of you have this"));
    assertThat(world.ask("SELECT total_tracks FROM blends WHERE id = ?", blend)).isEqualTo("10");
  }

  @Test
  void aStoredBlendIsComputedAgainToTheByteWhateverCameSince() {
    world.person("Cat");
    var blend = world.blend("discovery", ann, ben);
    var refresh = world.refresh(blend);
    var stored = world.stored(refresh);

    world.later(Duration.ofDays(10));
    world.listensTo(ann, "spotify", "polka", "Omega", "Alpha", "Delta");
    world.member(
        ben,
        "spotify",
        "saved_tracks",
        world.track("spotify", "Psi", "New", 200_000, null),
        "added");
    world.play(ben, "spotify", world.track("spotify", "Psi", "Newer", 200_000, null), World.START);
    world.sql("UPDATE users SET display_name = 'Anna' WHERE id = ?", ann);
    world.buildTaste(ann);
    world.buildTaste(ben);
    var newer = world.refresh(blend);

    assertThat(world.stored(newer)).isNotEqualTo(stored);
    var again = world.context.getBean(BlendRefresher.class).again(refresh);
    assertThat(again.inputs())
        .isEqualTo(
            canonical("SELECT inputs FROM blend_refreshes WHERE id = ?", refresh, again.inputs()));
    assertThat(world.rewritten(again, blend)).isEqualTo(stored);
  }

  @Test
  void whoNeverAcceptedOrLeftHasNoInfluence() {
    var blend = world.blend("balanced", ann, ben);
    var refresh = world.refresh(blend);
    var alone = world.stored(refresh);

    var cat = world.person("Cat");
    world.listensTo(cat, "spotify", "indie", "Shared", "Alpha", "Delta");
    world.buildTaste(cat);
    world.accepts(blend, cat);
    world.sql("UPDATE blend_participants SET status = 'left' WHERE user_id = ?", cat);
    world.sql(
        "UPDATE blends SET algorithm_config = '{\"length\": 10, \"no_repeat\": 0}' WHERE id = ?",
        blend);
    var left = world.refreshLike(blend, refresh);
    assertThat(world.stored(left)).isEqualTo(alone);

    world.sql("UPDATE blend_participants SET status = 'accepted' WHERE user_id = ?", cat);
    world.consents(blend, cat, false, "top_tracks", "top_artists");
    var revoked = world.refreshLike(blend, refresh);
    assertThat(world.stored(revoked)).isEqualTo(alone);

    world.consents(blend, cat, true, "top_tracks", "top_artists");
    assertThat(world.stored(world.refreshLike(blend, refresh))).isNotEqualTo(alone);
  }

  @Test
  void onlyWhatWasConsentedToIsUsed() {
    var blend = world.blend("balanced", ann, ben);
    world.consents(blend, ben, true, "top_artists");
    var refresh = world.refresh(blend);
    assertThat(
            world.ask(
                "SELECT count(*) FROM blend_tracks WHERE refresh_id = ? AND source_user_id = ?",
                refresh,
                ben))
        .isEqualTo("0");
    assertThat(
            world.ask(
                "SELECT string_agg(c ->> 'name', ' ') FROM blend_scores,"
                    + " jsonb_array_elements(details -> 'components') c WHERE refresh_id = ?",
                refresh))
        .isEqualTo("artists genres");
  }

  @Test
  void aProviderWhoseTermsForbidItIsNeitherComparedNorMixed() {
    world.sql(
        "INSERT INTO provider_terms (provider, may_score, may_mix) VALUES ('spotify', false, false)"
            + " ON CONFLICT (provider) DO UPDATE SET may_score = false, may_mix = false");
    var refresh = world.refresh(world.blend("balanced", ann, ben));
    assertThat(status(refresh)).isEqualTo("waiting");
  }

  @Test
  void aBlendWaitsForWhoHasNoDataAndIsComputedWhenItComes() {
    var cat = world.person("Cat");
    var blend = world.blend("balanced", ann, cat);
    var refresh = world.refresh(blend);
    assertThat(status(refresh)).isEqualTo("waiting");
    assertThat(
            world
                .context
                .getBean(BlendRefreshes.class)
                .findNewest(blend)
                .orElseThrow()
                .waitingFor())
        .containsExactly(cat.toString());
    assertThat(world.context.getBean(BlendTracks.class).current(blend, 0, 50)).isEmpty();

    world.listensTo(cat, "file", null, "Alpha", "Theta");
    assertThat(world.deliver("taste", cat)).isEmpty();
    assertThat(world.sent).hasSize(1);
    assertThat(world.deliver("blends", world.sent.getFirst())).isEmpty();
    assertThat(world.context.getBean(BlendTracks.class).current(blend, 0, 50)).isNotEmpty();
  }

  @Test
  void whoLeavesIsHeardNoMoreAtOnce() {
    var blend = world.blend("balanced", ann, ben);
    world.refresh(blend);
    world.sql("UPDATE blend_participants SET status = 'left' WHERE user_id = ?", ben);
    assertThat(world.context.getBean(BlendRefreshes.class).withdraw(blend, ben, World.START))
        .isEqualTo(1);
    assertThat(world.context.getBean(BlendTracks.class).current(blend, 0, 50)).isEmpty();
    assertThat(world.context.getBean(BlendScores.class).current(blend)).isEmpty();
    assertThat(status(world.refresh(blend))).isEqualTo("waiting");
  }

  @Test
  void deliveredTwiceItIsComputedOnce() {
    var blend = world.blend("balanced", ann, ben);
    var refresh = world.refresh(blend);
    assertThat(world.deliver("blends", refresh, refresh)).isEmpty();
    assertThat(world.ask("SELECT count(*) FROM blend_scores WHERE blend_id = ?", blend))
        .isEqualTo("1");
  }

  @Test
  void aMessageFailsAlone() {
    var blend = world.blend("balanced", ann, ben);
    var refresh = UUID.randomUUID();
    world.context.getBean(BlendRefreshes.class).request(refresh, blend, World.START);
    assertThat(world.deliver("blends", "no id", refresh)).containsExactly("message no id");
    assertThat(status(refresh)).isEqualTo("completed");
    assertThat(world.deliver("elsewhere", refresh)).hasSize(1);
  }

  @Test
  void aPastDayIsScoredFromWhatHistoryHeldThen() {
    var blend = world.blend("balanced", ann, ben);
    double then = score(world.refresh(blend));
    world.later(Duration.ofDays(10));
    world.listensTo(ann, "spotify", "polka", "Omega", "Psi", "Chi", "Phi");
    world.play(ben, "spotify", world.track("spotify", "Delta", "Late", 200_000, null), World.START);
    world.buildTaste(ann);
    world.buildTaste(ben);
    var newest = world.refresh(blend);
    assertThat(Math.abs(score(newest) - then)).isGreaterThan(5);
    var tracks = world.ask("SELECT total_tracks FROM blends WHERE id = ?", blend);

    var refreshes = world.context.getBean(BlendRefreshes.class);
    var asOf = World.START.plus(Duration.ofDays(1));
    var now = World.START.plus(Duration.ofDays(20));
    var past = UUID.randomUUID();
    assertThat(refreshes.requestPast(past, blend, asOf, now)).isEqualTo(1);
    assertThat(refreshes.requestPast(UUID.randomUUID(), blend, asOf, now)).isZero();
    assertThat(refreshes.findOpen(blend)).as("a new list can be asked for meanwhile").isEmpty();
    assertThat(world.deliver("blends", past, past)).isEmpty();

    assertThat(status(past)).isEqualTo("past");
    assertThat(score(past)).as("against the people of today").isCloseTo(then, within(2.0));
    var scores = world.context.getBean(BlendScores.class);
    assertThat(scores.current(blend).orElseThrow().refreshId()).isEqualTo(newest);
    assertThat(world.context.getBean(BlendTracks.class).current(blend, 0, 50)).isNotEmpty();
    assertThat(world.ask("SELECT total_tracks FROM blends WHERE id = ?", blend)).isEqualTo(tracks);
    assertThat(scores.history(blend, now, new UUID(0, 0), 9))
        .extracting(BlendScore::asOf)
        .containsExactly(null, asOf, null);

    refreshes.withdraw(blend, ben, now);
    assertThat(scores.history(blend, now, new UUID(0, 0), 9)).isEmpty();
  }

  @Test
  void ofTheTimeBeforeAnybodyCameThereIsNoScore() {
    var blend = world.blend("balanced", ann, ben);
    world.refresh(blend);
    var past = UUID.randomUUID();
    var asOf = World.START.minus(Duration.ofDays(400));
    world.context.getBean(BlendRefreshes.class).requestPast(past, blend, asOf, World.START);
    assertThat(world.deliver("blends", past)).isEmpty();
    assertThat(status(past)).isEqualTo("failed");
    assertThat(world.context.getBean(BlendScores.class).current(blend)).isPresent();
  }

  private double score(UUID refresh) {
    return Double.parseDouble(
        world.ask("SELECT score FROM blend_scores WHERE refresh_id = ?", refresh));
  }

  @Test
  void whatCannotBeComputedIsTriedAgainAndThenFails() {
    var blend = world.blend("balanced", ann, ben);
    world.sql("UPDATE blends SET algorithm_config = '{\"length\": 100000}' WHERE id = ?", blend);
    var refresh = world.refresh(blend);
    assertThat(status(refresh)).isEqualTo("pending");
    for (int attempt = 2; attempt <= 5; attempt++) {
      world.deliver("blends", refresh);
    }
    assertThat(status(refresh)).isEqualTo("failed");
    assertThat(world.ask("SELECT error FROM blend_refreshes WHERE id = ?", refresh))
        .contains("length is 100000");
    assertThat(world.counted(Metric.BLEND_TIME, "failed")).as("what its alarm counts").isEqualTo(5);
    assertThat(world.counted(Metric.BLEND_TIME, "completed")).isZero();
  }

  @Test
  void theNextListRepeatsNothing() {
    var blend = world.blend("balanced", ann, ben);
    var first = world.refresh(blend);
    var second = world.refresh(blend);
    assertThat(
            world.ask(
                "SELECT count(*) FROM blend_tracks a JOIN blend_tracks b USING (track_id) WHERE"
                    + " a.refresh_id = ? AND b.refresh_id = ?",
                first,
                second))
        .isEqualTo("0");
  }

  @Test
  void theSameLibraryFromAnotherProviderScoresTheSame() {
    var before = world.context.getBean(BlendScores.class);
    var blend = world.blend("balanced", ann, ben);
    world.refresh(blend);
    var moved = world.person("Moved");
    world.listensTo(moved, "file", "indie", "Shared", "Delta", "Epsilon", "Zeta");
    world.buildTaste(moved);
    var other = world.blend("balanced", ann, moved);
    world.refresh(other);
    assertThat(
            Math.abs(
                before.current(blend).orElseThrow().score()
                    - before.current(other).orElseThrow().score()))
        .isLessThan(1.0);
  }

  private String status(UUID refresh) {
    return world.ask("SELECT status FROM blend_refreshes WHERE id = ?", refresh);
  }

  private String canonical(String sql, UUID refresh, String json) {
    return world.ask(sql, refresh).equals(world.ask("SELECT ?::jsonb", json))
        ? json
        : world.ask(sql, refresh);
  }
}
