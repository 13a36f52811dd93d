package io.blendify.fetcher.imports;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How files are imported.
 *
 * @param batch so many entries are written in one transaction
 * @param reserve with less time left than this, the job is handed on: enough for one batch
 * @param progressEvery at most so often a row is written to show how far reading has come
 */
@ConfigurationProperties("blendify.import-job")
record ImportSettings(
    @Bindable(defaultValue = "1000") int batch,
    @Bindable(defaultValue = "15s") Duration reserve,
    @Bindable(defaultValue = "1s") Duration progressEvery) {}
