package io.blendify.core.blend;

import java.util.UUID;

/**
 * How a member is served by the tracks chosen.
 *
 * @param tracks how many of them are in the member's own library
 * @param liking mean expected liking of all tracks, 0 to 1
 */
public record Satisfaction(UUID userId, int tracks, double liking) {}
