package io.blendify.api.library;

import io.blendify.api.paging.Page;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every reading of a library can be told.
 *
 * @param asOf a moment (RFC 3339) or a day, which stands for its end in UTC; null is now
 */
@Introspected
record LibraryQuery(
    @Parameter(
            description =
                "The library as it was then: a moment (RFC 3339), or a day, which stands for its"
                    + " end in UTC. Now where it is left out.",
            example = "2026-11-20")
        @QueryValue("asOf")
        @Nullable String asOf,
    @Parameter(description = "Only what came through this provider", example = "spotify")
        @Pattern(regexp = "[a-z][a-z0-9]{0,19}")
        @QueryValue("provider")
        @Nullable String provider,
    @Parameter(description = "Whether to add the provider's full JSON of each item")
        @QueryValue(value = "metadata", defaultValue = "false")
        boolean metadata,
    @Parameter(description = "next_cursor of the page before") @QueryValue("cursor")
        @Nullable String cursor,
    @Parameter(description = "Items of a page")
        @QueryValue(value = "limit", defaultValue = "50")
        @Min(1)
        @Max(Page.MAX_LIMIT)
        int limit) {}
