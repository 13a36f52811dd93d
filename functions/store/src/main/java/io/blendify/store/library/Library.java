package io.blendify.store.library;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's library as it was at any moment, one method for each resource. History never changes,
 * so that an offset means the same at every call with the same moment: pages fit together whatever
 * is synced between them.
 *
 * <p>Common to all: {@code asOf} is the moment, {@code provider} null means all of them, {@code
 * metadata} asks for the provider's full JSON.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Library extends GenericRepository<TopTrack, Long> {

  @Query(
      """
      SELECT id, provider, track_id, track_name, artist_name, album_name, album_art_url,
             duration_ms, isrc, time_range, rank,
             CASE WHEN :metadata THEN track_metadata END AS track_metadata, fetched_at
      FROM user_top_tracks_as_of(:userId, :asOf)
      WHERE time_range = :timeRange
        AND (CAST(:provider AS text) IS NULL OR provider = :provider)
      ORDER BY rank, provider, id
      LIMIT :limit OFFSET :offset
      """)
  List<TopTrack> topTracks(
      UUID userId,
      Instant asOf,
      String timeRange,
      @Nullable String provider,
      boolean metadata,
      int limit,
      int offset);

  @Query(
      """
      SELECT id, provider, artist_id, artist_name, image_url, genres, popularity,
             follower_count, time_range, rank,
             CASE WHEN :metadata THEN artist_metadata END AS artist_metadata, fetched_at
      FROM user_top_artists_as_of(:userId, :asOf)
      WHERE time_range = :timeRange
        AND (CAST(:provider AS text) IS NULL OR provider = :provider)
      ORDER BY rank, provider, id
      LIMIT :limit OFFSET :offset
      """)
  List<TopArtist> topArtists(
      UUID userId,
      Instant asOf,
      String timeRange,
      @Nullable String provider,
      boolean metadata,
      int limit,
      int offset);

  @Query(
      """
      SELECT id, provider, track_id, track_name, artist_name, album_name, album_art_url,
             duration_ms, played_at, isrc,
             CASE WHEN :metadata THEN track_metadata END AS track_metadata, fetched_at
      FROM user_recently_played_as_of(:userId, :asOf)
      WHERE (CAST(:provider AS text) IS NULL OR provider = :provider)
      ORDER BY played_at DESC, id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<PlayedTrack> recentlyPlayed(
      UUID userId,
      Instant asOf,
      @Nullable String provider,
      boolean metadata,
      int limit,
      int offset);

  @Query(
      """
      SELECT id, provider, playlist_id, playlist_name, description, image_url, track_count,
             follower_count, is_public, is_owner, owner_name, playlist_url,
             CASE WHEN :metadata THEN playlist_metadata END AS playlist_metadata, fetched_at
      FROM user_playlists_as_of(:userId, :asOf)
      WHERE (CAST(:provider AS text) IS NULL OR provider = :provider)
      ORDER BY playlist_name, id
      LIMIT :limit OFFSET :offset
      """)
  List<ListedPlaylist> playlists(
      UUID userId,
      Instant asOf,
      @Nullable String provider,
      boolean metadata,
      int limit,
      int offset);

  @Query(
      """
      SELECT id, provider, playlist_id, track_id, track_name, artist_name, album_name,
             album_art_url, duration_ms, added_at, added_by, isrc, track_position,
             CASE WHEN :metadata THEN track_metadata END AS track_metadata, fetched_at
      FROM user_playlist_tracks_as_of(:userId, :asOf)
      WHERE playlist_id = :playlistId
        AND (CAST(:provider AS text) IS NULL OR provider = :provider)
      ORDER BY track_position, provider, id
      LIMIT :limit OFFSET :offset
      """)
  List<PlaylistTrack> playlistTracks(
      UUID userId,
      Instant asOf,
      String playlistId,
      @Nullable String provider,
      boolean metadata,
      int limit,
      int offset);

  @Query(
      """
      SELECT id, provider, track_id, track_name, artist_name, album_name, album_art_url,
             duration_ms, saved_at, popularity, isrc,
             CASE WHEN :metadata THEN track_metadata END AS track_metadata, fetched_at
      FROM user_saved_tracks_as_of(:userId, :asOf)
      WHERE (CAST(:provider AS text) IS NULL OR provider = :provider)
      ORDER BY saved_at DESC NULLS LAST, id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<SavedTrack> savedTracks(
      UUID userId,
      Instant asOf,
      @Nullable String provider,
      boolean metadata,
      int limit,
      int offset);

  @Query(
      """
      SELECT id, provider, album_id, album_name, artist_name, image_url, release_date,
             total_tracks, saved_at, album_type, genres,
             CASE WHEN :metadata THEN album_metadata END AS album_metadata, fetched_at
      FROM user_saved_albums_as_of(:userId, :asOf)
      WHERE (CAST(:provider AS text) IS NULL OR provider = :provider)
      ORDER BY saved_at DESC NULLS LAST, id DESC
      LIMIT :limit OFFSET :offset
      """)
  List<SavedAlbum> savedAlbums(
      UUID userId,
      Instant asOf,
      @Nullable String provider,
      boolean metadata,
      int limit,
      int offset);

  @Query(
      """
      SELECT id, provider, artist_id, artist_name, image_url, genres, popularity,
             follower_count, artist_url,
             CASE WHEN :metadata THEN artist_metadata END AS artist_metadata, fetched_at
      FROM user_followed_artists_as_of(:userId, :asOf)
      WHERE (CAST(:provider AS text) IS NULL OR provider = :provider)
      ORDER BY artist_name, id
      LIMIT :limit OFFSET :offset
      """)
  List<FollowedArtist> followedArtists(
      UUID userId,
      Instant asOf,
      @Nullable String provider,
      boolean metadata,
      int limit,
      int offset);

  /** Whether the playlist was in the person's library then. */
  @Query(
      """
      SELECT EXISTS (
        SELECT 1 FROM user_playlists_as_of(:userId, :asOf) WHERE playlist_id = :playlistId
      )
      """)
  boolean hadPlaylist(UUID userId, Instant asOf, String playlistId);
}
