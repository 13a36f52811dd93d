package io.blendify.store.library;

/**
 * One resource of a library: what a row of it is, and the statement that reads a page of it as it
 * was at a moment, in its order.
 *
 * <p>All statements take the same parameters in the same order: whether to add the full JSON,
 * person, moment, provider twice, the list where there are several, limit, offset.
 *
 * @param row read from the columns of the same names
 * @param isOneOfSeveral whether a reading names the list: a time range, a playlist
 */
public record Shelf<T>(Class<T> row, boolean isOneOfSeveral, String statement) {

  /** Its list is a time range. */
  public static final Shelf<TopTrack> TOP_TRACKS =
      new Shelf<>(
          TopTrack.class,
          true,
          """
          SELECT id, provider, track_id, track_name, artist_name, album_name, album_art_url,
                 duration_ms, isrc, time_range, rank,
                 CASE WHEN ? THEN track_metadata END AS track_metadata, fetched_at
          FROM user_top_tracks_as_of(?, ?)
          WHERE (CAST(? AS text) IS NULL OR provider = ?)
            AND time_range = ?
          ORDER BY rank, provider, id
          LIMIT ? OFFSET ?
          """);

  /** Its list is a time range. */
  public static final Shelf<TopArtist> TOP_ARTISTS =
      new Shelf<>(
          TopArtist.class,
          true,
          """
          SELECT id, provider, artist_id, artist_name, image_url, genres, popularity,
                 follower_count, time_range, rank,
                 CASE WHEN ? THEN artist_metadata END AS artist_metadata, fetched_at
          FROM user_top_artists_as_of(?, ?)
          WHERE (CAST(? AS text) IS NULL OR provider = ?)
            AND time_range = ?
          ORDER BY rank, provider, id
          LIMIT ? OFFSET ?
          """);

  public static final Shelf<PlayedTrack> RECENTLY_PLAYED =
      new Shelf<>(
          PlayedTrack.class,
          false,
          """
          SELECT id, provider, track_id, track_name, artist_name, album_name, album_art_url,
                 duration_ms, played_at, isrc,
                 CASE WHEN ? THEN track_metadata END AS track_metadata, fetched_at
          FROM user_recently_played_as_of(?, ?)
          WHERE (CAST(? AS text) IS NULL OR provider = ?)
          ORDER BY played_at DESC, id DESC
          LIMIT ? OFFSET ?
          """);

  public static final Shelf<ListedPlaylist> PLAYLISTS =
      new Shelf<>(
          ListedPlaylist.class,
          false,
          """
          SELECT id, provider, playlist_id, playlist_name, description, image_url, track_count,
                 follower_count, is_public, is_owner, owner_name, playlist_url,
                 CASE WHEN ? THEN playlist_metadata END AS playlist_metadata, fetched_at
          FROM user_playlists_as_of(?, ?)
          WHERE (CAST(? AS text) IS NULL OR provider = ?)
          ORDER BY playlist_name, id
          LIMIT ? OFFSET ?
          """);

  /** Its list is a playlist id. */
  public static final Shelf<PlaylistTrack> PLAYLIST_TRACKS =
      new Shelf<>(
          PlaylistTrack.class,
          true,
          """
          SELECT id, provider, playlist_id, track_id, track_name, artist_name, album_name,
                 album_art_url, duration_ms, added_at, added_by, isrc, track_position,
                 CASE WHEN ? THEN track_metadata END AS track_metadata, fetched_at
          FROM user_playlist_tracks_as_of(?, ?)
          WHERE (CAST(? AS text) IS NULL OR provider = ?)
            AND playlist_id = ?
          ORDER BY track_position, provider, id
          LIMIT ? OFFSET ?
          """);

  public static final Shelf<SavedTrack> SAVED_TRACKS =
      new Shelf<>(
          SavedTrack.class,
          false,
          """
          SELECT id, provider, track_id, track_name, artist_name, album_name, album_art_url,
                 duration_ms, saved_at, popularity, isrc,
                 CASE WHEN ? THEN track_metadata END AS track_metadata, fetched_at
          FROM user_saved_tracks_as_of(?, ?)
          WHERE (CAST(? AS text) IS NULL OR provider = ?)
          ORDER BY saved_at DESC NULLS LAST, id DESC
          LIMIT ? OFFSET ?
          """);

  public static final Shelf<SavedAlbum> SAVED_ALBUMS =
      new Shelf<>(
          SavedAlbum.class,
          false,
          """
          SELECT id, provider, album_id, album_name, artist_name, image_url, release_date,
                 total_tracks, saved_at, album_type, genres,
                 CASE WHEN ? THEN album_metadata END AS album_metadata, fetched_at
          FROM user_saved_albums_as_of(?, ?)
          WHERE (CAST(? AS text) IS NULL OR provider = ?)
          ORDER BY saved_at DESC NULLS LAST, id DESC
          LIMIT ? OFFSET ?
          """);

  public static final Shelf<FollowedArtist> FOLLOWED_ARTISTS =
      new Shelf<>(
          FollowedArtist.class,
          false,
          """
          SELECT id, provider, artist_id, artist_name, image_url, genres, popularity,
                 follower_count, artist_url,
                 CASE WHEN ? THEN artist_metadata END AS artist_metadata, fetched_at
          FROM user_followed_artists_as_of(?, ?)
          WHERE (CAST(? AS text) IS NULL OR provider = ?)
          ORDER BY artist_name, id
          LIMIT ? OFFSET ?
          """);
}
