package io.blendify.scheduler;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How one run of the scheduler works.
 *
 * @param batch how many rows one transaction takes
 * @param reserve with less time left than this no further batch is begun
 * @param unsentAfter a row that waits so long without a message was left by a writer that died
 * @param lostAfter a message that had no effect for so long is sent again; longer than a queue may
 *     take to be worked off, since each loss that was none adds a message
 * @param jobsKept so long the row of an ended job stays
 */
@ConfigurationProperties("blendify.scheduler")
record ScheduleSettings(
    @Bindable(defaultValue = "500") int batch,
    @Bindable(defaultValue = "10s") Duration reserve,
    @Bindable(defaultValue = "30s") Duration unsentAfter,
    @Bindable(defaultValue = "30m") Duration lostAfter,
    @Bindable(defaultValue = "7d") Duration jobsKept) {}
