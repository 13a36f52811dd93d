package io.blendify.core.blend;

import java.util.UUID;

/** The match of two members of a group. */
public record PairScore(UUID a, UUID b, double score) {}
