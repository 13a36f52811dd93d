package io.blendify.scheduler;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * What one run did.
 *
 * @param providersWoken pauses that were over
 * @param jobsStarted listings that were due
 * @param jobsResent parked jobs whose time had come, jobs without a message, and stalled ones
 * @param blendsResent blends without a message, and stalled ones
 * @param tastesResent syncs whose news had not reached the taste queue
 * @param jobsForgotten rows of jobs that ended long ago
 * @param unsent ids that a queue did not take; the next run sends them
 * @param finished false where time ran out before everything was looked at
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record ScheduleReport(
    int providersWoken,
    int jobsStarted,
    int jobsResent,
    int blendsResent,
    int tastesResent,
    int jobsForgotten,
    int unsent,
    boolean finished) {}
