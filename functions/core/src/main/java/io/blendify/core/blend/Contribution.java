package io.blendify.core.blend;

import java.util.UUID;

/**
 * Who brought a track.
 *
 * @param share of all that the contributors feel for it; the shares of a track add up to 1
 * @param because in words: {@code "no. 3 of the last four weeks, saved"}
 */
public record Contribution(UUID userId, double share, String because) {}
