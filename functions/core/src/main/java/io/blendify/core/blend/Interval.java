package io.blendify.core.blend;

/**
 * Where the score would lie had we seen another sample of the same listening, in 95 of 100 cases.
 */
public record Interval(double low, double high) {}
