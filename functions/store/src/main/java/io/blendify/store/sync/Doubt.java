package io.blendify.store.sync;

import java.time.Instant;

/**
 * What a complete run found is too little to be believed yet.
 *
 * @param since the first look that found so little
 * @param at the last one that counts
 * @param looks how many count
 * @param detail the same in words
 * @param nextLookAt when to look again
 */
public record Doubt(
    Instant since,
    Instant at,
    int looks,
    String detail,
    Instant nextLookAt,
    Instant cooldownUntil) {}
