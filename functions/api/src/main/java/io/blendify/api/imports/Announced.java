package io.blendify.api.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * Where the bytes go.
 *
 * @param uploadUrl takes one PUT with exactly the announced number of bytes; it needs no session
 * @param completionUrl POST here once the bytes are there
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record Announced(UUID id, URI uploadUrl, Instant uploadUntil, String completionUrl) {}
