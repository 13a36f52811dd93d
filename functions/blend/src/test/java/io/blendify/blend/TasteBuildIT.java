package io.blendify.blend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TasteBuildIT {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everythingThatHistoryHoldsIsInTheProfile() {
    var ann = world.person("Ann");
    world.list(
        ann, "spotify", "top_tracks", "short_term", List.of(track("A", "One"), track("B", "Two")));
    world.list(
        ann,
        "spotify",
        "top_artists",
        "long_term",
        List.of(world.artist("spotify", "C", "Dream Pop")));
    world.member(ann, "spotify", "saved_tracks", track("D", "Four"), "added");
    world.play(ann, "spotify", track("E", "Five"), World.START);
    world.play(ann, "spotify", track("E", "Five"), World.START.plusSeconds(300));
    var playlist = world.version("spotify", "playlist", "mine", "Mine", null, null, null, null);
    world.member(ann, "spotify", "playlists", playlist, "added");
    world.list(ann, "spotify", "playlist_tracks", "mine", List.of(track("F", "Six")));

    assertThat(world.buildTaste(ann)).isTrue();

    assertThat(profile("jsonb_array_length(profile -> 'recordings')", ann)).isEqualTo("5");
    assertThat(profile("array_to_string(ARRAY(SELECT unnest(artist_keys) ORDER BY 1), ' ')", ann))
        .isEqualTo("a b c d e f");
    assertThat(profile("array_to_string(genre_keys, ' ')", ann)).isEqualTo("dream pop");
    assertThat(
            profile(
                "(SELECT string_agg(s ->> 'resource' || '/' || (s ->> 'part'), ' ') FROM jsonb_array_elements(profile -> 'sources') s)",
                ann))
        .isEqualTo(
            "playlist_tracks/own recently_played/ saved_tracks/ top_artists/long_term top_tracks/short_term");
  }

  @Test
  void whatWasRemovedIsNotTasteAnyMore() {
    var ann = world.person("Ann");
    world.member(ann, "spotify", "saved_tracks", track("D", "Four"), "added");
    world.later(Duration.ofDays(1));
    world.member(ann, "spotify", "saved_tracks", track("D", "Four"), "removed");
    world.buildTaste(ann);
    assertThat(profile("profile ->> 'recordings'", ann)).isEqualTo("[]");
  }

  @Test
  void nothingNewBuildsNothing() {
    var ann = world.person("Ann");
    assertThat(world.buildTaste(ann)).isFalse();
    world.listensTo(ann, "spotify", "pop", "A");
    assertThat(world.buildTaste(ann)).isTrue();
    world.later(Duration.ofDays(40));
    assertThat(world.buildTaste(ann)).isFalse();
    assertThat(profile("built_at = '2026-05-01T08:00:00Z'", ann)).isEqualTo("t");
    world.play(ann, "spotify", track("E", "Five"), World.START);
    assertThat(world.buildTaste(ann)).isTrue();
  }

  @Test
  void twoProvidersNameOneRecording() {
    var ann = world.person("Ann");
    var ben = world.person("Ben");
    world.list(
        ann,
        "spotify",
        "top_tracks",
        "short_term",
        List.of(world.track("spotify", "Björk", "Jóga - Remastered 2010", 305_000, null)));
    world.play(ben, "file", world.track("file", "Bjork", "Joga", null, null), World.START);
    world.play(
        ben,
        "file",
        world.track("file", "Bjork", "Joga (Live)", null, null),
        World.START.plusSeconds(300));
    world.buildTaste(ann);
    world.buildTaste(ben);
    assertThat(world.ask("SELECT count(*) FROM catalog.recordings")).isEqualTo("2");
    assertThat(
            world.ask(
                """
                SELECT count(*) FROM unnest((SELECT recording_keys FROM taste.profiles WHERE user_id = ?)) AS a
                JOIN unnest((SELECT recording_keys FROM taste.profiles WHERE user_id = ?)) AS b ON a = b
                """,
                ann,
                ben))
        .isEqualTo("1");
    assertThat(
            world.ask(
                "SELECT string_agg(rule || ' ' || confidence, ', ' ORDER BY id) FROM catalog.recording_evidence"))
        .isEqualTo("new 1, title 0.7, new 1");
  }

  @Test
  void anIsrcShowsLaterThatTwoRecordingsAreOne() {
    var ann = world.person("Ann");
    var ben = world.person("Ben");
    world.list(
        ann,
        "spotify",
        "top_tracks",
        "short_term",
        List.of(world.track("spotify", "Asha", "Ek", 200_000, "GBXYZ2500001")));
    world.list(
        ben,
        "spotify",
        "top_tracks",
        "short_term",
        List.of(
            world.version("spotify", "track", "ek2", "Ek (Edit)", "Asha", 240_000, null, null)));
    world.buildTaste(ann);
    world.buildTaste(ben);
    assertThat(world.ask("SELECT count(*) FROM catalog.recordings")).isEqualTo("2");
    world.later(Duration.ofDays(1));
    world.list(
        ben,
        "spotify",
        "top_tracks",
        "short_term",
        List.of(
            world.version(
                "spotify", "track", "ek2", "Ek (Edit)", "Asha", 240_000, "GBXYZ2500001", null)));
    world.buildTaste(ben);
    assertThat(
            world.ask("SELECT recording_id || ' into ' || into_id FROM catalog.recording_merges"))
        .isEqualTo("2 into 1");
    assertThat(profile("recording_keys[1]", ben)).isEqualTo("2");
  }

  @Test
  void linkingAgainAddsNothing() {
    var ann = world.person("Ann");
    var version = world.track("spotify", "Asha", "Ek", 200_000, "GBXYZ2500001");
    world.list(ann, "spotify", "top_tracks", "short_term", List.of(version));
    world.buildTaste(ann);
    var recordings = world.context.getBean(io.blendify.store.taste.Recordings.class);
    recordings.link(List.of(version), World.START);
    assertThat(world.ask("SELECT count(*) FROM catalog.recording_evidence")).isEqualTo("1");
  }

  private long track(String artist, String title) {
    return world.track("spotify", artist, title, 200_000, null);
  }

  private String profile(String column, Object user) {
    return world.ask("SELECT " + column + " FROM taste.profiles WHERE user_id = ?", user);
  }
}
