package io.blendify.fetcher;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How one invocation works.
 *
 * @param entriesInMemory beyond so many, what was read is put aside and the job handed on
 * @param reserve with less time left than this, the job is handed on: enough for one page and for
 *     writing
 * @param maxPages a listing with more pages is taken for a loop
 * @param maxRestarts how often a listing that moves while it is read is begun anew
 * @param confirmFirstAfter a listing that was never read before and is empty is looked at again
 *     after so long
 * @param looks so many in a row must find a listing emptied, or strongly shrunk, until it is
 *     believed
 * @param betweenLooks looks that follow sooner upon the last do not count
 * @param looksSpan the last of them comes at least so long after the first
 * @param looksGap a look that comes later than this after the last counts as a first one
 * @param pagesAtOnce so many pages of one listing are asked for at the same time, where the
 *     provider tells where they start
 * @param staleAfter a listing whose reading was begun so long ago, and whose pages do not tell that
 *     it has changed, is read anew
 * @param fullPageOfPlays so many plays in one answer: older ones may be missing
 * @param firstBackOff after the first failed attempt; doubled for each further one
 * @param longestWait what must wait longer is parked: no message can be delayed for so long
 */
@ConfigurationProperties("blendify.fetcher")
record FetcherSettings(
    @Bindable(defaultValue = "2000") int entriesInMemory,
    @Bindable(defaultValue = "8s") Duration reserve,
    @Bindable(defaultValue = "20000") int maxPages,
    @Bindable(defaultValue = "2") int maxRestarts,
    @Bindable(defaultValue = "1s") Duration confirmFirstAfter,
    @Bindable(defaultValue = "3") int looks,
    @Bindable(defaultValue = "1h") Duration betweenLooks,
    @Bindable(defaultValue = "24h") Duration looksSpan,
    @Bindable(defaultValue = "36h") Duration looksGap,
    @Bindable(defaultValue = "4") int pagesAtOnce,
    @Bindable(defaultValue = "10m") Duration staleAfter,
    @Bindable(defaultValue = "50") int fullPageOfPlays,
    @Bindable(defaultValue = "20s") Duration firstBackOff,
    @Bindable(defaultValue = "15m") Duration longestWait) {}
