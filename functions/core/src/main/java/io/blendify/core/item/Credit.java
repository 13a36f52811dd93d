package io.blendify.core.item;

import org.jspecify.annotations.Nullable;

/**
 * An artist as named on a track or an album.
 *
 * @param id the provider's artist id; null for local files and for providers that only give names
 */
public record Credit(@Nullable String id, String name) {}
