package io.blendify.api.sync;

import io.blendify.api.connect.ConnectionView;
import io.blendify.core.ProviderId;
import io.blendify.core.sync.Resource;
import io.blendify.store.sync.ListingProgress;
import io.blendify.store.sync.SyncProgress;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sums up how current a person's library is; also for the pages. */
@Singleton
public final class Freshness {

  private final SyncProgress progress;
  private final InstantSource clock;

  Freshness(SyncProgress progress, InstantSource clock) {
    this.progress = progress;
    this.clock = clock;
  }

  /** One state for each resource of each connected provider, files apart: they have imports. */
  @Serdeable
  public record States(List<ResourceState> items) {}

  public States of(UUID userId) {
    var byProvider =
        progress.ofUser(userId).stream()
            .filter(one -> !one.provider().equals(ProviderId.FILE.value()))
            .collect(
                Collectors.groupingBy(
                    ListingProgress::provider, LinkedHashMap::new, Collectors.toList()));
    var states = new ArrayList<ResourceState>();
    byProvider.forEach((provider, listings) -> states.addAll(states(provider, listings)));
    return new States(states);
  }

  private List<ResourceState> states(String provider, List<ListingProgress> listings) {
    var now = clock.instant();
    var days = ConnectionView.daysLeft(listings.getFirst().consentExpiresAt(), now);
    var byResource = listings.stream().collect(Collectors.groupingBy(ListingProgress::resource));
    return Arrays.stream(Resource.values())
        .filter(one -> one != Resource.PLAYLIST_TRACKS || byResource.containsKey(one.label()))
        .map(
            resource -> {
              var some = byResource.get(resource.label());
              return some == null
                  ? ResourceState.unsupported(provider, resource, days)
                  : ResourceState.of(some, now);
            })
        .toList();
  }
}
