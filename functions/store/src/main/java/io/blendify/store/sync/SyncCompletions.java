package io.blendify.store.sync;

import io.blendify.core.history.Observation;
import io.blendify.core.sync.JobStatus;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.core.sync.Shape;
import io.blendify.store.history.Entries;
import io.blendify.store.history.Lists;
import io.blendify.store.history.Memberships;
import io.blendify.store.history.Plays;
import io.blendify.store.history.SetChanges;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a complete run has read into history, in one transaction that begins with the lease.
 */
@Singleton
public class SyncCompletions {

  private final Leases leases;
  private final SyncJobs jobs;
  private final SyncStatuses statuses;
  private final SyncPages pages;
  private final Observed observed;
  private final Memberships memberships;
  private final Lists lists;
  private final Plays plays;
  private final PlaylistListings playlists;
  private final InstantSource clock;

  SyncCompletions(
      Leases leases,
      SyncJobs jobs,
      SyncStatuses statuses,
      SyncPages pages,
      Observed observed,
      Memberships memberships,
      Lists lists,
      Plays plays,
      PlaylistListings playlists,
      InstantSource clock) {
    this.leases = leases;
    this.jobs = jobs;
    this.statuses = statuses;
    this.pages = pages;
    this.observed = observed;
    this.memberships = memberships;
    this.lists = lists;
    this.plays = plays;
    this.playlists = playlists;
    this.clock = clock;
  }

  /**
   * Appends what is new, brings the listing's status up to date, ends the job and forgets what was
   * put aside. Throws {@link LeaseLost}.
   *
   * @param read the entries after those that {@code reached} counts as done
   * @param demandSteady whether a listing that moved while it was read is refused
   * @return empty where it was refused: nothing is written and the job is still the worker's
   */
  @Transactional
  public Optional<Completed> complete(
      ClaimedJob claimed,
      List<Observation> read,
      Progress reached,
      Completion completion,
      boolean demandSteady) {
    leases.hold(claimed);
    var resource = Resource.of(claimed.job().resource());
    return switch (resource.shape()) {
      case PLAY -> Optional.of(plays(claimed, read, reached, completion));
      case LIST -> Optional.of(list(claimed, resource, read, reached, completion));
      case SET -> set(claimed, resource, read, reached, completion, demandSteady);
    };
  }

  /**
   * Ends the job with what it found, without a word of what it did not find: that stays until later
   * looks agree. Throws {@link LeaseLost}.
   *
   * @param read the entries after those that {@code reached} counts as done
   * @return how many entries were new to history
   */
  @Transactional
  public int doubt(ClaimedJob claimed, List<Observation> read, Progress reached, Doubt doubt) {
    leases.hold(claimed);
    var changes = additions(claimed, read, reached);
    var job = claimed.job();
    var now = clock.instant();
    boolean changed = changes != null && changes.all() > 0;
    pages.delete(job.id());
    jobs.end(
        job.id(),
        claimed.owner(),
        JobStatus.COMPLETED.label(),
        reached.done() + read.size(),
        changed ? "{\"taste\": true}" : "{}",
        Reason.UNCONFIRMED.label(),
        doubt.detail(),
        now);
    statuses.doubt(
        job.connectionId(),
        job.resource(),
        job.listKey(),
        doubt.detail(),
        doubt.since(),
        doubt.at(),
        doubt.looks(),
        changes == null ? null : changes.members(),
        doubt.nextLookAt(),
        doubt.cooldownUntil(),
        now);
    return changes == null ? 0 : changes.all();
  }

  /** What was seen is there, whatever is missing; null for lists, which are whole or nothing. */
  private @Nullable SetChanges additions(
      ClaimedJob claimed, List<Observation> read, Progress reached) {
    var resource = Resource.of(claimed.job().resource());
    if (resource.shape() != Shape.SET) {
      return null;
    }
    var entries = observed.entries(claimed, read, reached.done());
    return memberships.record(claimed.run(), resource, entries, false);
  }

  private Completed plays(
      ClaimedJob claimed, List<Observation> read, Progress reached, Completion completion) {
    int added = observed.appendPlays(claimed, read);
    var job = claimed.job();
    var newest = plays.newest(job.userId(), job.provider());
    int items = reached.done() + read.size();
    return close(claimed, completion, added > 0, added, items, items, newest, List.of());
  }

  private Completed list(
      ClaimedJob claimed,
      Resource list,
      List<Observation> read,
      Progress reached,
      Completion completion) {
    var entries = observed.entries(claimed, read, reached.done());
    boolean distinct = list != Resource.PLAYLIST_TRACKS;
    var key = claimed.job().listKey();
    var change = lists.record(claimed.run(), list, key, entries, distinct, completion.version());
    int done = reached.done() + read.size();
    int added = change.appended() ? change.size() : 0;
    return close(
        claimed, completion, change.appended(), added, done, change.size(), null, List.of());
  }

  private Optional<Completed> set(
      ClaimedJob claimed,
      Resource set,
      List<Observation> read,
      Progress reached,
      Completion completion,
      boolean demandSteady) {
    var entries = observed.entries(claimed, read, reached.done());
    boolean moved = completion.full() && reached.pages() > 1 && pages.repeats(entries) > 0;
    if (moved && demandSteady) {
      return Optional.empty();
    }
    boolean whole = completion.full() && !moved;
    var changes = memberships.record(claimed.run(), set, entries, whole);
    var followUps = follow(claimed, set, entries, whole && completion.withContents());
    int done = reached.done() + read.size();
    return Optional.of(
        close(
            claimed,
            completion.full() == whole ? completion : completion.partial(),
            changes.all() > 0,
            changes.all(),
            done,
            changes.members(),
            null,
            followUps));
  }

  private List<OutgoingJob> follow(
      ClaimedJob claimed, Resource set, Entries entries, boolean wanted) {
    return wanted && set == Resource.PLAYLISTS
        ? playlists.follow(claimed.job(), entries, clock.instant())
        : List.of();
  }

  private Completed close(
      ClaimedJob claimed,
      Completion completion,
      boolean appended,
      int entries,
      int done,
      int items,
      @Nullable Instant newestPlay,
      List<OutgoingJob> followUps) {
    var job = claimed.job();
    var now = clock.instant();
    boolean changed = appended || job.owesTaste();
    if (done > 0 && job.itemsDone() > 0) {
      pages.delete(job.id());
    }
    jobs.end(
        job.id(),
        claimed.owner(),
        JobStatus.COMPLETED.label(),
        done,
        completion.parameters(appended),
        null,
        null,
        now);
    statuses.complete(
        job.connectionId(),
        job.resource(),
        job.listKey(),
        claimed.observedAt(),
        completion.full(),
        completion.version(),
        newestPlay,
        completion.nextDueAt(),
        completion.cooldownUntil(),
        items,
        completion.gapFrom(),
        completion.gapUntil(),
        now);
    return new Completed(changed, entries, followUps);
  }
}
