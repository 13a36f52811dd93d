package io.blendify.core.population;

/**
 * What speaks for another thing.
 *
 * @param weight greater than 0
 */
public record Neighbour(String key, float weight) {}
