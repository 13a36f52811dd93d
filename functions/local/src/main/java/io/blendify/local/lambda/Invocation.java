package io.blendify.local.lambda;

import java.time.Duration;

/**
 * One event and its answer.
 *
 * @param success false where the function threw; the body is the error then
 * @param body JSON
 * @param took until the answer was there: of the first invocation since its event was handed over
 */
public record Invocation(boolean success, String body, Duration took) {}
