package io.blendify.blend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken out counts for nothing, until it is put back; history never changes. */
class ExclusionIT {

  private static final String ARTISTS =
      "array_to_string(ARRAY(SELECT unnest(artist_keys) ORDER BY 1), ' ')";
  private static final String HISTORY =
      """
      SELECT (SELECT count(*) FROM history.lists) || ' ' || (SELECT count(*) FROM history.plays)
        || ' ' || (SELECT count(*) FROM history.memberships)
      """;

  private final World world = new World();
  private UUID ann;

  @BeforeEach
  void library() {
    ann = world.person("Ann");
    world.list(
        ann,
        "spotify",
        "top_tracks",
        "short_term",
        List.of(track("Top"), track("Kids"), duet("Guest", "Kids")));
    world.list(
        ann,
        "spotify",
        "top_artists",
        "long_term",
        List.of(world.artist("spotify", "Kids", "nursery")));
    playlist("lullabies", track("Lulla"), track("Top"));
    playlist("party", track("Beat"));
    world.play(ann, "spotify", track("Old"), World.START.minus(Duration.ofDays(400)));
    world.play(ann, "spotify", track("Xmas"), World.START.minus(Duration.ofDays(100)));
    world.play(ann, "spotify", track("New"), World.START.minus(Duration.ofDays(1)));
    world.buildTaste(ann);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void anArtistIsTakenOutWithAllThatIsCreditedToThem() {
    takesOut("artist_name, artist_key", "artist", "'KIDS', 'kids'", "beat lulla new old top xmas");
  }

  @Test
  void aPlaylistIsTakenOutButNotWhatAlsoStandsElsewhere() {
    takesOut(
        "provider, playlist_id",
        "playlist",
        "'spotify', 'lullabies'",
        "beat guest kids new old top xmas");
  }

  @Test
  void aPeriodIsTakenOutOfThePlays() {
    takesOut(
        "since, until",
        "period",
        "'2026-01-15T00:00:00Z', '2026-01-22T00:00:00Z'",
        "beat guest kids lulla new old top");
  }

  @Test
  void aPeriodMayBeOpen() {
    takesOut("until", "period", "'2026-01-01T00:00:00Z'", "beat guest kids lulla new top xmas");
    takesOut("since", "period", "'2026-01-01T00:00:00Z'", "beat guest kids lulla old top");
  }

  @Test
  void aDeviceIsTakenOutButNotWhatWasAlsoPlayedElsewhere() {
    world.play(ann, "file", track("Child"), World.START.minus(Duration.ofDays(3)), "tablet");
    world.play(ann, "file", track("Top"), World.START.minus(Duration.ofDays(2)), "tablet");
    world.play(ann, "file", track("Own"), World.START.minus(Duration.ofDays(1)), "ios");
    world.buildTaste(ann);
    takesOut("device", "device", "'tablet'", "beat guest kids lulla new old own top xmas");
    takesOut("device", "device", "'ios'", "beat child guest kids lulla new old top xmas");
  }

  @Test
  void aBlendKnowsItAtOnceAndIsComputedAgainAsItWas() {
    var ben = world.person("Ben");
    world.listensTo(ben, "spotify", null, "Kids", "Top", "Other");
    world.buildTaste(ben);
    var blend = world.blend("balanced", ann, ben);
    var before = world.refresh(blend);
    takeOut("artist_name, artist_key", "artist", "'Kids', 'kids'");
    var after = world.refreshLike(blend, before);
    assertThat(world.stored(before)).contains("Kids");
    assertThat(
            world.ask(
                "SELECT s.details ->> 'terms' FROM blend_scores s WHERE refresh_id = ?", after))
        .contains("Top")
        .doesNotContain("Kids");

    putBack();
    world.buildTaste(ann);
    var refresher = world.context.getBean(BlendRefresher.class);
    assertThat(world.rewritten(refresher.again(before), blend)).isEqualTo(world.stored(before));
    assertThat(world.rewritten(refresher.again(after), blend)).isEqualTo(world.stored(after));
  }

  /** And puts it back. */
  private void takesOut(String columns, String kind, String values, String left) {
    var history = world.ask(HISTORY);
    var before = profile("profile::text");
    takeOut(columns, kind, values);
    assertThat(world.buildTaste(ann)).isTrue();
    assertThat(profile(ARTISTS)).isEqualTo(left);
    putBack();
    assertThat(world.buildTaste(ann)).isTrue();
    assertThat(profile("profile::text")).isEqualTo(before);
    assertThat(world.ask(HISTORY)).isEqualTo(history);
  }

  private void takeOut(String columns, String kind, String values) {
    world.sql(
        "INSERT INTO taste_exclusions (id, user_id, kind, created_at, "
            + columns
            + ") VALUES (gen_random_uuid(), ?, ?, '2026-05-01', "
            + values
            + ")",
        ann,
        kind);
  }

  private void putBack() {
    world.sql("DELETE FROM taste_exclusions");
  }

  private long track(String artist) {
    return world.track("spotify", artist, "Song of " + artist, 200_000, null);
  }

  private long duet(String artist, String with) {
    var single = track(artist);
    world.sql(
        """
        INSERT INTO catalog.item_versions (
          item_id, content_hash, name, artist_name, artist_names, metadata, first_seen_at)
        SELECT item_id, sha256('duet'), 'Duet', ?, ARRAY[?, ?], '{}', first_seen_at
        FROM catalog.item_versions WHERE id = ?
        """,
        artist,
        artist,
        with,
        single);
    return Long.parseLong(
        world.ask(
            "SELECT id FROM catalog.item_versions WHERE name = 'Duet' AND artist_name = ?",
            artist));
  }

  private void playlist(String id, Long... tracks) {
    var version = world.version("spotify", "playlist", id, id, null, null, null, null);
    world.member(ann, "spotify", "playlists", version, "added");
    world.list(ann, "spotify", "playlist_tracks", id, List.of(tracks));
  }

  private String profile(String column) {
    return world.ask("SELECT " + column + " FROM taste.profiles WHERE user_id = ?", ann);
  }
}
