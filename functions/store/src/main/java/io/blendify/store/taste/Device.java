package io.blendify.store.taste;

import java.time.Instant;

/**
 * Something that a person listens on.
 *
 * @param device as the source of the plays names it
 * @param plays how many are known
 */
public record Device(String device, long plays, Instant firstPlayedAt, Instant lastPlayedAt) {}
