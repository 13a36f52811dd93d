package io.blendify.store.blend;

import io.blendify.store.SqlArray;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Writes the tracks that a computation chose. */
@Singleton
class ChosenTracks {

  private final JdbcOperations jdbc;

  ChosenTracks(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order given, each with what the catalogue says of it now. */
  void insert(BlendRequest request, List<BlendResult.Track> tracks, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO blend_tracks (
          id, blend_id, refresh_id, track_id, track_name, artist_name, album_name, album_art_url,
          duration_ms, position, source_provider, source_user_id, similarity_score, blend_metadata,
          created_at)
        SELECT gen_random_uuid(), ?, ?, i.provider_item_id, v.name, v.artist_name, v.album_name,
               v.image_url, v.duration_ms, t.position::int, i.provider, t.source_user_id,
               t.similarity, t.metadata::jsonb || jsonb_strip_nulls(jsonb_build_object('isrc', v.isrc)), ?
        FROM unnest(?, ?, ?, ?) WITH ORDINALITY
          AS t (version_id, source_user_id, similarity, metadata, position)
        JOIN catalog.item_versions v ON v.id = t.version_id
        JOIN catalog.items i ON i.id = v.item_id
        """,
        statement -> {
          statement.setObject(1, request.blendId());
          statement.setObject(2, request.id());
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
          SqlArray.bigint(statement, 4, tracks.stream().map(BlendResult.Track::version).toList());
          var users = tracks.stream().map(BlendResult.Track::sourceUserId).toArray();
          statement.setArray(5, statement.getConnection().createArrayOf("uuid", users));
          var similarities = tracks.stream().map(BlendResult.Track::similarity).toArray();
          statement.setArray(6, statement.getConnection().createArrayOf("float8", similarities));
          SqlArray.text(statement, 7, tracks.stream().map(BlendResult.Track::metadata).toList());
          return statement.executeUpdate();
        });
  }
}
