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
 * One of the playlists that a person has in their library. Names and meaning of the columns: {@code
 * schema/README.md}, view {@code user_playlists}.
 *
 * @param playlistMetadata the provider's full JSON; null where it was not asked for
 */
@MappedEntity
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record ListedPlaylist(
    @Id long id,
    String provider,
    String playlistId,
    String playlistName,
    @Nullable String description,
    @Nullable String imageUrl,
    @Nullable Integer trackCount,
    @Nullable Long followerCount,
    @Nullable Boolean isPublic,
    @Nullable Boolean isOwner,
    @Nullable String ownerName,
    @Nullable String playlistUrl,
    @TypeDef(type = DataType.JSON) @Nullable JsonNode playlistMetadata,
    Instant fetchedAt) {}
