package io.blendify.core.item;

import org.jspecify.annotations.Nullable;

/**
 * The provider's full description of an item, and what of it drifts by itself.
 *
 * @param json the whole JSON object as the provider sent it
 * @param hash what identifies this description: the same for two objects that differ only in the
 *     order of their members or in popularity, follower count and available markets
 * @param popularity 0 to 100; null where the provider does not say
 * @param followerCount null where the provider does not say
 */
public record Metadata(
    String json, ContentHash hash, @Nullable Integer popularity, @Nullable Long followerCount) {}
