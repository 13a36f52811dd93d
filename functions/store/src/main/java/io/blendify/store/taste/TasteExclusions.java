package io.blendify.store.taste;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every statement on {@code taste_exclusions}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface TasteExclusions extends GenericRepository<TasteExclusion, UUID> {

  /** Oldest first. */
  @Query(
      """
      SELECT id, user_id, kind, artist_name, artist_key, provider, playlist_id, since, until,
             device, created_at
      FROM taste_exclusions
      WHERE user_id = :userId
      ORDER BY created_at, id
      """)
  List<TasteExclusion> findByUser(UUID userId);

  /** Answers 0 where the same is taken out already, or as many things as may be. */
  @Query(
      """
      INSERT INTO taste_exclusions (
        id, user_id, kind, artist_name, artist_key, provider, playlist_id, since, until, device,
        created_at)
      SELECT :id, :userId, :kind, CAST(:artistName AS text), CAST(:artistKey AS text),
             CAST(:provider AS text), CAST(:playlistId AS text), CAST(:since AS timestamptz),
             CAST(:until AS timestamptz), CAST(:device AS text), :now
      WHERE (SELECT count(*) FROM taste_exclusions WHERE user_id = :userId) < :most
      ON CONFLICT DO NOTHING
      """)
  int add(
      UUID id,
      UUID userId,
      String kind,
      @Nullable String artistName,
      @Nullable String artistKey,
      @Nullable String provider,
      @Nullable String playlistId,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable String device,
      Instant now,
      int most);

  @Query("DELETE FROM taste_exclusions WHERE id = :id AND user_id = :userId")
  int remove(UUID id, UUID userId);
}
