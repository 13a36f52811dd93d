package io.blendify.store.sync;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often and how patiently listings are read.
 *
 * @param playsEvery between two readings of recent plays: providers offer only the last few
 * @param topsEvery between two readings of a top list
 * @param setsEvery between two readings of saved tracks, saved albums and followed artists
 * @param playlistsEvery between two readings of the playlists, which also find the changed ones
 * @param fullEvery at least so often a set is read to its end, which alone finds removals
 * @param jitter the share of an interval by which a due time is moved at random, 0 to 1
 * @param cooldown how long a person waits between two syncs of the same listing
 * @param lease how long a worker owns a job without a sign of life
 * @param maxAttempts how often a job is begun without any progress before it fails
 * @param playsOverlap how far before the newest known play the next reading starts
 * @param pace time between two calls to one provider app by all workers; zero sets none
 * @param burst how many calls may come at once before the pace is kept
 * @param dailyBudget calls to one provider app on one day (UTC) by all workers; 0 sets no limit
 */
@ConfigurationProperties("blendify.sync")
public record SyncSettings(
    @Bindable(defaultValue = "1h") Duration playsEvery,
    @Bindable(defaultValue = "24h") Duration topsEvery,
    @Bindable(defaultValue = "12h") Duration setsEvery,
    @Bindable(defaultValue = "12h") Duration playlistsEvery,
    @Bindable(defaultValue = "7d") Duration fullEvery,
    @Bindable(defaultValue = "0.1") double jitter,
    @Bindable(defaultValue = "5m") Duration cooldown,
    @Bindable(defaultValue = "60s") Duration lease,
    @Bindable(defaultValue = "8") int maxAttempts,
    @Bindable(defaultValue = "3m") Duration playsOverlap,
    @Bindable(defaultValue = "50ms") Duration pace,
    @Bindable(defaultValue = "20") int burst,
    @Bindable(defaultValue = "0") int dailyBudget) {

  public SyncSettings {
    if (dailyBudget < 0) {
      throw new IllegalArgumentException("blendify.sync.daily-budget is " + dailyBudget);
    }
  }

  public boolean hasBudget() {
    return dailyBudget > 0;
  }

  /** How many calls may have been made on a day before those of that worth stop. */
  public int budgetFor(double share) {
    return Math.toIntExact(Math.round(dailyBudget * share));
  }
}
