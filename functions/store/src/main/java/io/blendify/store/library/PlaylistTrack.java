package io.blendify.store.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One place of a playlist. A place whose item is no longer available has no row, and the positions
 * after it stay as they are. Names and meaning of the columns: {@code schema/README.md}, view
 * {@code user_playlist_tracks}.
 *
 * @param trackMetadata the provider's full JSON; null where it was not asked for
 */
@MappedEntity
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record PlaylistTrack(
    @Id long id,
    String provider,
    String playlistId,
    String trackId,
    @Nullable String trackName,
    @Nullable String artistName,
    @Nullable String albumName,
    @Nullable String albumArtUrl,
    @Nullable Integer durationMs,
    @Nullable Instant addedAt,
    @Nullable String addedBy,
    @Nullable String isrc,
    int trackPosition,
    @TypeDef(type = DataType.JSON) @Nullable JsonNode trackMetadata,
    Instant fetchedAt) {}
