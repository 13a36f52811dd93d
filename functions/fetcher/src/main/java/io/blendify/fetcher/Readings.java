package io.blendify.fetcher;

import io.blendify.core.provider.Listing;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Trigger;
import io.blendify.store.sync.ClaimedJob;
import io.blendify.store.sync.ListingStates;
import io.blendify.store.sync.SyncSettings;
import io.blendify.store.sync.SyncStatus;
import io.blendify.store.sync.SyncStatuses;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins readings, or takes up those that an earlier invocation handed on. */
@Singleton
final class Readings {

  private final SyncStatuses statuses;
  private final ListingStates listings;
  private final SyncSettings settings;
  private final JsonMapper json;

  Readings(SyncStatuses statuses, ListingStates listings, SyncSettings settings, JsonMapper json) {
    this.statuses = statuses;
    this.listings = listings;
    this.settings = settings;
    this.json = json;
  }

  /** Empty where the listing is no longer wanted. */
  Optional<Reading> of(ClaimedJob claimed, Listing listing) {
    var job = claimed.job();
    return statuses
        .find(job.connectionId(), job.resource(), job.listKey())
        .map(status -> of(claimed, listing, status));
  }

  private Reading of(ClaimedJob claimed, Listing listing, SyncStatus status) {
    var job = claimed.job();
    boolean stoppable =
        job.itemsDone() == 0
            && job.trigger().equals(Trigger.SCHEDULE.label())
            && (listing.resource() == Resource.SAVED_TRACKS
                || listing.resource() == Resource.SAVED_ALBUMS)
            && isFresh(status, claimed.observedAt());
    return new Reading(
        claimed,
        listing,
        parameters(claimed),
        status,
        after(listing, status),
        settings.hasBudget() && listings.sharesABlend(job.userId()),
        stoppable);
  }

  /** Whether the whole was seen not long ago, so that what is new may do. */
  private boolean isFresh(SyncStatus status, Instant now) {
    var full = status.lastFullAt();
    return full != null && status.items() != null && full.plus(settings.fullEvery()).isAfter(now);
  }

  private @Nullable Instant after(Listing listing, SyncStatus status) {
    var newest = status.newestPlay();
    return listing.resource() == Resource.RECENTLY_PLAYED && newest != null
        ? newest.minus(settings.playsOverlap())
        : null;
  }

  private JobParameters parameters(ClaimedJob claimed) {
    try {
      return json.readValue(claimed.job().parameters(), JobParameters.class);
    } catch (IOException e) {
      throw new IllegalStateException("parameters of job " + claimed.id(), e);
    }
  }
}
