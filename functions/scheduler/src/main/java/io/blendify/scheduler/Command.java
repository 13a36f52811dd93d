package io.blendify.scheduler;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What an operator wants.
 *
 * @param command {@code report} or {@code redrive}
 */
@Serdeable
record Command(String command) {}
