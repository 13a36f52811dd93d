package io.blendify.providers.file;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much a file may ask of us. The defaults leave room for the largest real exports (a Spotify
 * history of twenty years inflates to under 1 GB) and stop what is made to exhaust.
 *
 * @param maxFileBytes of the file as uploaded
 * @param maxInflatedBytes of all entries of a zip together
 * @param maxEntryBytes of one entry, inflated
 * @param maxEntries of a zip
 * @param maxRatio inflated to compressed bytes, of one entry beyond its first 16 MiB; DEFLATE
 *     itself ends at 1,032, JSON histories reach about 40
 * @param maxRecordChars of one JSON value or one CSV row; a longer one is unreadable
 */
@ConfigurationProperties("blendify.imports")
record FileLimits(
    @Bindable(defaultValue = "1073741824") long maxFileBytes,
    @Bindable(defaultValue = "8589934592") long maxInflatedBytes,
    @Bindable(defaultValue = "4294967296") long maxEntryBytes,
    @Bindable(defaultValue = "5000") int maxEntries,
    @Bindable(defaultValue = "200") int maxRatio,
    @Bindable(defaultValue = "16777216") int maxRecordChars) {}
