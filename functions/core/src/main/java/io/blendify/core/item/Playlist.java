package io.blendify.core.item;

import org.jspecify.annotations.Nullable;

/**
 * A playlist's head; what it holds is a list of its own.
 *
 * @param version names the state of its content ({@code snapshot_id}); left out of the content
 *     hash, because generated playlists show a new one each time; null where the provider has none
 * @param trackCount null where the content is withheld from us
 * @param isPublic null where the provider does not say
 * @param ownerId the owner's account id at the provider
 */
public record Playlist(
    ItemKey key,
    String name,
    @Nullable String description,
    @Nullable String imageUrl,
    @Nullable Integer trackCount,
    @Nullable Boolean isPublic,
    @Nullable String ownerId,
    @Nullable String ownerName,
    @Nullable String url,
    @Nullable String version,
    Metadata metadata)
    implements Item {}
