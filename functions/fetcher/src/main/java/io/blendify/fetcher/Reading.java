package io.blendify.fetcher;

import io.blendify.core.history.Observation;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.CallWorth;
import io.blendify.core.sync.Shape;
import io.blendify.core.sync.Trigger;
import io.blendify.store.sync.ClaimedJob;
import io.blendify.store.sync.Progress;
import io.blendify.store.sync.SyncJob;
import io.blendify.store.sync.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One invocation's reading of one listing: what it holds in memory, and how far it has come. */
final class Reading {

  private final ClaimedJob claimed;
  private final Listing listing;
  private final JobParameters parameters;
  private final SyncStatus status;
  private final @Nullable Instant after;
  private final boolean shared;
  private final List<Observation> read = new ArrayList<>();
  private final Set<String> cursors = new HashSet<>();
  private Progress reached;
  private int pagesHere;
  private int seen;
  private boolean moved;
  private boolean stoppable;

  /**
   * A reading that goes on where the job stands.
   *
   * @param after plays only: what is older is not asked for; null asks for all
   * @param shared whether the person shares a blend
   * @param stoppable whether the reading may stop at what is known
   */
  Reading(
      ClaimedJob claimed,
      Listing listing,
      JobParameters parameters,
      SyncStatus status,
      @Nullable Instant after,
      boolean shared,
      boolean stoppable) {
    this.claimed = claimed;
    this.listing = listing;
    this.parameters = parameters;
    this.status = status;
    this.after = after;
    this.shared = shared;
    this.stoppable = stoppable;
    this.reached = start(claimed.job(), parameters);
    if (reached.cursor() != null) {
      cursors.add(reached.cursor());
    }
  }

  private static Progress start(SyncJob job, JobParameters parameters) {
    return new Progress(
        job.cursor(),
        job.itemsDone(),
        job.itemsTotal(),
        orZero(parameters.pages()),
        orZero(parameters.restarts()),
        Boolean.TRUE.equals(parameters.emptySeen()),
        null);
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  ListingRequest request(AccessToken token) {
    return request(token, cursor());
  }

  /**
   * For the next page, and for those after it that can be asked for at the same time. A reading
   * that may stop at what is known looks at one page after the other.
   *
   * @param most at least 1
   */
  List<ListingRequest> requests(AccessToken token, int most) {
    var cursor = cursor();
    var requests = new ArrayList<ListingRequest>();
    requests.add(request(token, cursor));
    var total = reached.total();
    if (cursor != null && total != null && !stoppable) {
      listing
          .following(cursor, total, most - 1)
          .forEach(following -> requests.add(request(token, following)));
    }
    return requests;
  }

  private ListingRequest request(AccessToken token, @Nullable Cursor cursor) {
    return new ListingRequest(token, job().listKey(), cursor, after);
  }

  private @Nullable Cursor cursor() {
    return reached.cursor() == null ? null : new Cursor(reached.cursor());
  }

  /** Takes a page, up to so many of its entries. */
  void take(Page page, int entries) {
    moved |= differs(reached.total(), page.total());
    read.addAll(page.observations().subList(0, entries));
    seen += page.observations().size() + page.skipped();
    pagesHere++;
    var total = reached.total() == null ? page.total() : reached.total();
    var next = page.next() == null ? null : page.next().value();
    reached =
        new Progress(
            next,
            reached.done(),
            total,
            reached.pages() + 1,
            reached.restarts(),
            reached.emptySeen(),
            null);
  }

  private static boolean differs(@Nullable Integer before, @Nullable Integer now) {
    return before != null && now != null && !before.equals(now);
  }

  /** Whether the page leads back to one that was read already. */
  boolean loops(Page page) {
    return page.next() != null && !cursors.add(page.next().value());
  }

  /** What was read here is written together with this. */
  Progress reached() {
    return reached;
  }

  /**
   * The same run begun once more.
   *
   * @param version which state is to be read; null for that which the job was written for
   */
  Progress restarted(@Nullable String version) {
    return new Progress(null, 0, null, 0, reached.restarts() + 1, reached.emptySeen(), version);
  }

  /** The same run begun once more, to see whether the listing is empty indeed. */
  Progress foundEmpty() {
    return new Progress(null, 0, null, 0, reached.restarts(), true, null);
  }

  ClaimedJob claimed() {
    return claimed;
  }

  SyncJob job() {
    return claimed.job();
  }

  Listing listing() {
    return listing;
  }

  /** Which version of a playlist is read; null where it has none. */
  @Nullable String version() {
    return parameters.version();
  }

  /** How many entries there should be, as another listing says; null where none does. */
  @Nullable Integer expected() {
    return parameters.expected();
  }

  /** An empty playlist that none calls empty is read again, even if its state has the same name. */
  boolean mayKeepVersion() {
    return entries() > 0 || Objects.equals(parameters.expected(), 0);
  }

  /** What its next call is worth. */
  double share() {
    return share(0);
  }

  /** What the call is worth that comes after so many others. */
  double share(int others) {
    boolean waitedFor = job().trigger().equals(Trigger.PERSON.label());
    return CallWorth.share(listing.resource(), waitedFor, shared, reached.pages() + others);
  }

  /** Whether its pages can belong to different states of a list whose states have names. */
  boolean isToBeVerified() {
    return listing.resource().shape() == Shape.LIST
        && parameters.version() != null
        && reached.pages() > 1;
  }

  /** How the listing stood before this run. */
  SyncStatus status() {
    return status;
  }

  List<Observation> read() {
    return read;
  }

  int entries() {
    return reached.done() + read.size();
  }

  /** Whether this invocation has something to hand on. */
  boolean hasProgress() {
    return pagesHere > 0;
  }

  /** Whether the listing's length changed while it was read. */
  boolean moved() {
    return moved;
  }

  /**
   * Whether a set was read to its end here, and the provider says that there is more of it: then
   * what was not seen may still be there.
   */
  boolean fallsShort() {
    var total = reached.total();
    return listing.resource().shape() == Shape.SET
        && pagesHere == reached.pages()
        && total != null
        && seen < total;
  }

  boolean stoppable() {
    return stoppable;
  }

  /** From here on the listing is read to its end. */
  void readToTheEnd() {
    stoppable = false;
  }
}
