package io.blendify.store.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One saved album. Names and meaning of the columns: {@code schema/README.md}, view {@code
 * user_saved_albums}.
 *
 * @param albumMetadata the provider's full JSON; null where it was not asked for
 */
@MappedEntity
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record SavedAlbum(
    @Id long id,
    String provider,
    String albumId,
    String albumName,
    @Nullable String artistName,
    @Nullable String imageUrl,
    @Nullable String releaseDate,
    @Nullable Integer totalTracks,
    @Nullable Instant savedAt,
    @Nullable String albumType,
    @TypeDef(type = DataType.STRING_ARRAY) @Nullable List<String> genres,
    @TypeDef(type = DataType.JSON) @Nullable JsonNode albumMetadata,
    Instant fetchedAt) {}
