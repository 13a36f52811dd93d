package io.blendify.store.taste;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person took out of their taste. What does not belong to its kind is null.
 *
 * @param kind an artist, a playlist, a period or a device, by these words
 * @param artistName as the person wrote it
 * @param artistKey the folded name
 * @param since null: since ever
 * @param until the first moment that counts again; null: open
 * @param device as the source of the plays names it
 */
@MappedEntity("taste_exclusions")
public record TasteExclusion(
    @Id UUID id,
    UUID userId,
    String kind,
    @Nullable String artistName,
    @Nullable String artistKey,
    @Nullable String provider,
    @Nullable String playlistId,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String device,
    Instant createdAt) {}
