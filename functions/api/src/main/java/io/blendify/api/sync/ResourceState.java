package io.blendify.api.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blendify.api.connect.ConnectionView;
import io.blendify.core.sync.Reason;
import io.blendify.core.sync.Resource;
import io.blendify.store.sync.ListingProgress;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How current one resource of one provider is: all its listings together.
 *
 * @param state {@code syncing} while a job is open; {@code current} after complete runs of all
 *     listings; {@code never_synced}; {@code stopped} where a reason stands against it
 * @param reason why it is stopped or waits; null where nothing is wrong
 * @param possibleAt when a person may ask for a sync again; null where that is now, or where time
 *     alone will not change it
 * @param lastCompleteAt the oldest of its listings' last complete runs; null before the first
 * @param nextDueAt the earliest time at which it is synced by itself
 * @param items entries that its listings hold
 * @param listings how many there are: ranges of a top list, playlists
 * @param listingsOpen how many of them have a job that has not ended
 * @param itemsDone entries read by the open jobs
 * @param itemsTotal entries that they will read, as far as the provider says
 * @param resumesAt when a job that had to wait goes on; null where none waits
 * @param gapFrom plays may be missing after this and before {@code gapUntil}
 * @param daysUntilReconsent after which the person must connect anew: 0 on the last day and after
 *     it; null where consent does not end
 * @param withheld list keys whose content the provider keeps from us; at most 100
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ResourceState(
    String provider,
    String resource,
    @Schema(allowableValues = {"syncing", "current", "never_synced", "stopped"}) String state,
    @Nullable String reason,
    @Nullable String detail,
    @Nullable Instant possibleAt,
    @Nullable Instant lastCompleteAt,
    @Nullable Instant nextDueAt,
    int items,
    int listings,
    int listingsOpen,
    int itemsDone,
    int itemsTotal,
    @Nullable Instant resumesAt,
    @Nullable Instant gapFrom,
    @Nullable Instant gapUntil,
    @Nullable Long daysUntilReconsent,
    List<String> withheld) {

  private static final int MAX_WITHHELD = 100;

  /** What the provider cannot supply at all. */
  static ResourceState unsupported(
      String provider, Resource resource, @Nullable Long daysUntilReconsent) {
    return new ResourceState(
        provider,
        resource.label(),
        "stopped",
        Reason.UNSUPPORTED.label(),
        null,
        null,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        daysUntilReconsent,
        List.of());
  }

  /**
   * Sums up listings.
   *
   * @param all of one resource of one provider, at least one
   */
  static ResourceState of(List<ListingProgress> all, Instant now) {
    var first = all.getFirst();
    var open = all.stream().filter(one -> one.jobId() != null).toList();
    var troubled = all.stream().filter(one -> trouble(one) != null).findFirst().orElse(null);
    return new ResourceState(
        first.provider(),
        first.resource(),
        state(all, open, troubled),
        troubled == null ? null : trouble(troubled),
        troubled == null ? null : detail(troubled),
        latest(all, one -> possibleAt(one, now)),
        all.stream().anyMatch(one -> one.lastCompleteAt() == null && !isOutOfReach(one))
            ? null
            : earliest(all, ListingProgress::lastCompleteAt),
        earliest(all, ListingProgress::nextDueAt),
        sum(all, ListingProgress::items),
        all.size(),
        open.size(),
        sum(open, ListingProgress::itemsDone),
        sum(open, ListingProgress::itemsTotal),
        earliest(open, one -> ahead(one.notBefore(), now)),
        earliest(all, ListingProgress::gapFrom),
        latest(all, ListingProgress::gapUntil),
        ConnectionView.daysLeft(first.consentExpiresAt(), now),
        all.stream()
            .filter(ResourceState::isWithheld)
            .map(ListingProgress::listKey)
            .limit(MAX_WITHHELD)
            .toList());
  }

  private static String state(
      List<ListingProgress> all, List<ListingProgress> open, @Nullable ListingProgress troubled) {
    if (!open.isEmpty()) {
      return "syncing";
    }
    if (troubled != null) {
      return "stopped";
    }
    return all.stream().anyMatch(one -> one.lastCompleteAt() == null && !isOutOfReach(one))
        ? "never_synced"
        : "current";
  }

  /** What is withheld or gone is as current as it can be: the other listings tell the state. */
  private static @Nullable String trouble(ListingProgress one) {
    if (!one.connectionStatus().equals("active")) {
      return one.connectionStatus();
    }
    var reason = one.jobReason() != null ? one.jobReason() : one.reason();
    return isOutOfReach(one) ? null : reason;
  }

  private static @Nullable String detail(ListingProgress one) {
    return one.connectionDetail() != null ? one.connectionDetail() : one.detail();
  }

  private static boolean isOutOfReach(ListingProgress one) {
    return isWithheld(one) || Objects.equals(one.reason(), Reason.GONE.label());
  }

  private static boolean isWithheld(ListingProgress one) {
    return Objects.equals(one.reason(), Reason.WITHHELD.label());
  }

  private static @Nullable Instant possibleAt(ListingProgress one, Instant now) {
    var paused = ahead(one.pausedUntil(), now);
    return paused != null ? paused : ahead(one.cooldownUntil(), now);
  }

  private static @Nullable Instant ahead(@Nullable Instant time, Instant now) {
    return time != null && time.isAfter(now) ? time : null;
  }

  private static int sum(
      List<ListingProgress> all, Function<ListingProgress, @Nullable Integer> part) {
    return all.stream().map(part).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
  }

  private static @Nullable Instant earliest(
      List<ListingProgress> all, Function<ListingProgress, @Nullable Instant> part) {
    return all.stream()
        .map(part)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Instant latest(
      List<ListingProgress> all, Function<ListingProgress, @Nullable Instant> part) {
    return all.stream()
        .map(part)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
