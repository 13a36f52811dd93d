package io.blendify.core.blend;

/**
 * One aspect of the match.
 *
 * @param name {@code artists}, {@code tracks} or {@code genres}
 * @param weight its share of the score; the weights of the components present add up to 1
 * @param score 0 to 100, of this aspect alone
 * @param points what it gives to the score; the points of the components add up to the score
 */
public record Component(String name, double weight, double score, double points) {}
