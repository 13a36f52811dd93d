package io.blendify.fetcher;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a job's row holds beside its columns.
 *
 * @param version of a playlist: which state of its content is to be read
 * @param pages read in earlier invocations
 * @param restarts how often the run began anew
 * @param expected of a playlist: how many entries it has as the list of playlists says
 * @param emptySeen whether a listing that was never read was found empty and is looked at once more
 */
@Serdeable
record JobParameters(
    @Nullable String version,
    @Nullable Integer pages,
    @Nullable Integer restarts,
    @Nullable Integer expected,
    @JsonProperty("empty_seen") @Nullable Boolean emptySeen) {}
