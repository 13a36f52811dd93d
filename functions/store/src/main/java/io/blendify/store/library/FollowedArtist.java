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
 * One followed artist. Names and meaning of the columns: {@code schema/README.md}, view {@code
 * user_followed_artists}.
 *
 * @param artistMetadata the provider's full JSON; null where it was not asked for
 */
@MappedEntity
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
public record FollowedArtist(
    @Id long id,
    String provider,
    String artistId,
    String artistName,
    @Nullable String imageUrl,
    @TypeDef(type = DataType.STRING_ARRAY) @Nullable List<String> genres,
    @Nullable Integer popularity,
    @Nullable Long followerCount,
    @Nullable String artistUrl,
    @TypeDef(type = DataType.JSON) @Nullable JsonNode artistMetadata,
    Instant fetchedAt) {}
