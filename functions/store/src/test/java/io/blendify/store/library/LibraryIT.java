package io.blendify.store.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LibraryIT {

  private static final UUID MIRA = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-03T08:00:00Z");
  private static final Instant SUNDAY = Instant.parse("2026-11-08T08:00:00Z");

  private static TestDatabase database;
  private static ApplicationContext context;
  private static Library library;

  @BeforeAll
  static void aLibraryThatChangedOnTuesday() throws SQLException {
    database = TestDatabase.fresh();
    try (var connection = database.asApp();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO users (id, display_name, created_at, updated_at)
          VALUES ('00000000-0000-4000-8000-000000000001', 'Mira', now(), now());

          INSERT INTO catalog.items (provider, kind, provider_item_id) VALUES
            ('spotify', 'track', 'salt'), ('spotify', 'track', 'tide'),
            ('spotify', 'artist', 'harbour'), ('spotify', 'album', 'low'),
            ('spotify', 'playlist', 'evening');
          INSERT INTO catalog.item_versions
            (item_id, content_hash, name, artist_name, genres, isrc, metadata, first_seen_at)
          SELECT id, decode(lpad(to_hex(id), 64, '0'), 'hex'), initcap(provider_item_id), 'Paper',
                 CASE kind WHEN 'artist' THEN ARRAY['folk', 'pop'] END, 'GBXYZ2500004',
                 jsonb_build_object('id', provider_item_id), '2026-11-02T08:00:00Z'
          FROM catalog.items ORDER BY id;

          INSERT INTO history.lists
            (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
          SELECT '00000000-0000-4000-8000-000000000001', 'spotify', resource, list_key,
                 (SELECT array_agg(v.id ORDER BY v.id) FROM catalog.item_versions v
                  JOIN catalog.items i ON i.id = v.item_id
                  WHERE i.provider_item_id = ANY (string_to_array(ids, ','))),
                 decode(repeat('00', 32), 'hex'), CAST(observed_at AS timestamptz), gen_random_uuid()
          FROM (VALUES
            ('top_tracks', 'short_term', 'salt,tide', '2026-11-02T08:00:00Z'),
            ('top_tracks', 'short_term', 'tide', '2026-11-03T08:00:00Z'),
            ('top_artists', 'long_term', 'harbour', '2026-11-02T08:00:00Z'),
            ('playlist_tracks', 'evening', 'salt,tide', '2026-11-02T08:00:00Z')
          ) AS given (resource, list_key, ids, observed_at);

          INSERT INTO history.memberships
            (user_id, provider, resource, item_id, version_id, action, member_since, observed_at, job_id)
          SELECT '00000000-0000-4000-8000-000000000001', 'spotify', resource, i.id, v.id, action,
                 '2026-10-01T00:00:00Z', CAST(observed_at AS timestamptz), gen_random_uuid()
          FROM (VALUES
            ('saved_tracks', 'salt', 'added', '2026-11-02T08:00:00Z'),
            ('saved_tracks', 'salt', 'removed', '2026-11-03T08:00:00Z'),
            ('saved_albums', 'low', 'added', '2026-11-02T08:00:00Z'),
            ('followed_artists', 'harbour', 'added', '2026-11-02T08:00:00Z'),
            ('playlists', 'evening', 'added', '2026-11-02T08:00:00Z')
          ) AS given (resource, provider_item_id, action, observed_at)
          JOIN catalog.items i USING (provider_item_id)
          JOIN catalog.item_versions v ON v.item_id = i.id;

          INSERT INTO history.plays
            (user_id, provider, played_at, item_id, version_id, observed_at, job_id)
          SELECT '00000000-0000-4000-8000-000000000001', 'spotify',
                 CAST('2026-11-02T07:00:00Z' AS timestamptz) + day * interval '1 day', i.id, v.id,
                 '2026-11-08T08:00:00Z', gen_random_uuid()
          FROM generate_series(0, 3) AS day
          JOIN catalog.items i ON i.provider_item_id = 'salt'
          JOIN catalog.item_versions v ON v.item_id = i.id;
          """);
    }
    context = ApplicationContext.run(database.properties());
    library = context.getBean(Library.class);
  }

  @AfterAll
  static void stop() {
    context.close();
    database.close();
  }

  @Test
  void aListIsReadAsItWasAtThatMoment() {
    assertThat(
            library.read(
                Shelf.TOP_TRACKS, new Reading(MIRA, MONDAY, "short_term", null, false, 10, 0)))
        .extracting(TopTrack::trackId, TopTrack::rank)
        .containsExactly(tuple("salt", 1), tuple("tide", 2));
    assertThat(
            library.read(
                Shelf.TOP_TRACKS, new Reading(MIRA, TUESDAY, "short_term", null, false, 10, 0)))
        .extracting(TopTrack::trackId)
        .containsExactly("tide");
    assertThat(
            library.read(
                Shelf.TOP_TRACKS,
                new Reading(MIRA, MONDAY.minusSeconds(1), "short_term", null, false, 10, 0)))
        .isEmpty();
  }

  @Test
  void aSavedTrackIsGoneFromTheDayOnWhichItWasRemoved() {
    assertThat(
            library.read(
                Shelf.SAVED_TRACKS, new Reading(MIRA, MONDAY, null, "spotify", false, 10, 0)))
        .singleElement()
        .satisfies(
            saved -> {
              assertThat(saved.trackName()).isEqualTo("Salt");
              assertThat(saved.savedAt()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
            });
    assertThat(
            library.read(
                Shelf.SAVED_TRACKS, new Reading(MIRA, TUESDAY, null, "spotify", false, 10, 0)))
        .isEmpty();
  }

  @Test
  void theFullJsonComesOnlyWhereItIsAskedFor() {
    assertThat(
            library.read(
                Shelf.TOP_TRACKS, new Reading(MIRA, SUNDAY, "short_term", null, false, 10, 0)))
        .singleElement()
        .extracting(TopTrack::trackMetadata)
        .isNull();
    var metadata =
        library
            .read(Shelf.TOP_TRACKS, new Reading(MIRA, SUNDAY, "short_term", null, true, 10, 0))
            .getFirst()
            .trackMetadata();
    assertThat(metadata).isNotNull();
    assertThat(metadata.get("id").getStringValue()).isEqualTo("tide");
  }

  @Test
  void playsComeNewestFirstAndPageByPage() {
    var all =
        library.read(Shelf.RECENTLY_PLAYED, new Reading(MIRA, SUNDAY, null, null, false, 10, 0));
    assertThat(all).hasSize(4).isSortedAccordingTo((a, b) -> b.playedAt().compareTo(a.playedAt()));
    assertThat(
            library.read(Shelf.RECENTLY_PLAYED, new Reading(MIRA, SUNDAY, null, null, false, 2, 2)))
        .isEqualTo(all.subList(2, 4));
    assertThat(
            library.read(
                Shelf.RECENTLY_PLAYED, new Reading(MIRA, MONDAY, null, null, false, 10, 0)))
        .hasSize(1);
  }

  @Test
  void everyResourceIsReadWithItsOwnColumns() {
    assertThat(
            library.read(
                Shelf.TOP_ARTISTS, new Reading(MIRA, SUNDAY, "long_term", null, true, 10, 0)))
        .singleElement()
        .satisfies(artist -> assertThat(artist.genres()).containsExactly("folk", "pop"));
    assertThat(library.read(Shelf.PLAYLISTS, new Reading(MIRA, SUNDAY, null, null, true, 10, 0)))
        .extracting(ListedPlaylist::playlistName)
        .containsExactly("Evening");
    assertThat(
            library.read(
                Shelf.PLAYLIST_TRACKS, new Reading(MIRA, SUNDAY, "evening", null, true, 10, 0)))
        .extracting(PlaylistTrack::trackPosition)
        .containsExactly(1, 2);
    assertThat(library.read(Shelf.SAVED_ALBUMS, new Reading(MIRA, SUNDAY, null, null, true, 10, 0)))
        .hasSize(1);
    assertThat(
            library.read(
                Shelf.FOLLOWED_ARTISTS, new Reading(MIRA, SUNDAY, null, null, true, 10, 0)))
        .hasSize(1);
  }

  @Test
  void anotherPersonAndAnotherProviderHaveNothing() {
    assertThat(
            library.read(
                Shelf.RECENTLY_PLAYED,
                new Reading(UUID.randomUUID(), SUNDAY, null, null, false, 10, 0)))
        .isEmpty();
    assertThat(
            library.read(
                Shelf.RECENTLY_PLAYED, new Reading(MIRA, SUNDAY, null, "file", false, 10, 0)))
        .isEmpty();
  }
}
