package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.CallWorth;
import io.blendify.core.sync.ListingState;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.SyncRule;
import io.blendify.core.sync.SyncVerdict.AlreadyOpen;
import io.blendify.core.sync.SyncVerdict.NotNow;
import io.blendify.core.sync.SyncVerdict.Possible;
import io.blendify.core.sync.Trigger;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Turns wishes into jobs, by the one {@link SyncRule}. Rows only: whoever calls sends the messages
 * of what was started, once this is committed ({@link JobMessages}).
 */
@Singleton
public class SyncRequests {

  private final ListingStates listings;
  private final SyncJobs jobs;
  private final Throttles throttles;
  private final InstantSource clock;

  SyncRequests(ListingStates listings, SyncJobs jobs, Throttles throttles, InstantSource clock) {
    this.listings = listings;
    this.jobs = jobs;
    this.throttles = throttles;
    this.clock = clock;
  }

  /**
   * A person wants one provider's library synced. What each playlist holds follows from the
   * playlists, so a wish for playlist tracks is one for playlists.
   *
   * @param resources empty for all that the provider has
   * @return one answer for each listing, and one for each resource that the provider cannot supply
   */
  @Transactional
  public List<SyncAnswer> request(UUID userId, ProviderId provider, Set<Resource> resources) {
    var wanted =
        resources.stream()
            .map(one -> one == Resource.PLAYLIST_TRACKS ? Resource.PLAYLISTS : one)
            .collect(Collectors.toUnmodifiableSet());
    var found =
        listings.ofUser(userId).stream()
            .filter(listing -> listing.provider().equals(provider))
            .filter(listing -> listing.key().resource() != Resource.PLAYLIST_TRACKS)
            .filter(listing -> wanted.isEmpty() || wanted.contains(listing.key().resource()))
            .toList();
    var started = start(found, clock.instant());
    var answers = new ArrayList<SyncAnswer>();
    for (var listing : listings.ofUser(userId)) {
      if (found.stream().anyMatch(one -> one.key().equals(listing.key()))) {
        answers.add(answer(listing, started, clock.instant()));
      }
    }
    var supplied = found.stream().map(listing -> listing.key().resource()).toList();
    wanted.stream()
        .filter(resource -> !supplied.contains(resource))
        .sorted()
        .map(resource -> unsupported(provider, resource))
        .forEach(answers::add);
    return answers;
  }

  /** Starts what is due, the longest due first, at most so many at once. */
  @Transactional
  public List<OutgoingJob> startDue(int limit) {
    return startDue(Instant.EPOCH, limit).jobs();
  }

  /**
   * What was started.
   *
   * @param looked at how many listings
   * @param reached from where the next look goes on
   */
  public record Started(List<OutgoingJob> jobs, int looked, Instant reached) {}

  /**
   * Starts what is due, the longest due first, at most so many at once.
   *
   * @param from where an earlier look of the same run ended
   */
  @Transactional
  public Started startDue(Instant from, int limit) {
    var now = clock.instant();
    var found = listings.due(from, now, limit);
    var due = found.listings();
    var over = overBudget(due, now);
    listings.putOff(over, Throttles.tomorrow(now), now);
    var possible =
        due.stream()
            .filter(listing -> !over.contains(listing))
            .filter(l -> SyncRule.judge(l, Trigger.SCHEDULE, now) instanceof Possible)
            .map(listing -> NewJob.of(listing, Trigger.SCHEDULE))
            .toList();
    return new Started(jobs.insert(possible, now, now), due.size(), found.reached());
  }

  /** What the rest of the day has no calls for, even for people who share a blend. */
  private Set<ListingState> overBudget(List<ListingState> due, Instant now) {
    var spent = new HashMap<ProviderId, Integer>();
    return due.stream()
        .filter(
            listing ->
                throttles.isSpent(
                    CallWorth.share(listing.key().resource(), false, true, 0),
                    spent.computeIfAbsent(
                        listing.provider(), provider -> throttles.spent(provider, now))))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<UUID> start(List<ListingState> found, Instant now) {
    var fresh =
        found.stream()
            .filter(l -> SyncRule.judge(l, Trigger.PERSON, now) instanceof Possible)
            .map(listing -> NewJob.of(listing, Trigger.PERSON))
            .toList();
    return jobs.insert(fresh, now, now).stream()
        .map(OutgoingJob::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The listing as it is after the start: what could be started has an open job now. */
  private static SyncAnswer answer(ListingState listing, Set<UUID> started, Instant now) {
    var provider = listing.provider();
    var resource = listing.key().resource().label();
    var key = listing.key().listKey();
    return switch (SyncRule.judge(listing, Trigger.PERSON, now)) {
      case AlreadyOpen(var job) ->
          new SyncAnswer(provider, resource, key, job, started.contains(job), null, null);
      case NotNow(var reason, var until) ->
          new SyncAnswer(provider, resource, key, null, false, reason, until);
      case Possible _ ->
          throw new IllegalStateException("listing " + listing.key() + " got no job");
    };
  }

  private static SyncAnswer unsupported(ProviderId provider, Resource resource) {
    return new SyncAnswer(provider, resource.label(), "", null, false, Reason.UNSUPPORTED, null);
  }
}
