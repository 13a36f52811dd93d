package io.blendify.core.sync;

import io.blendify.core.sync.SyncVerdict.AlreadyOpen;
import io.blendify.core.sync.SyncVerdict.NotNow;
import io.blendify.core.sync.SyncVerdict.Possible;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one rule of whether a listing may be synced now, and if not, why and until when. */
public final class SyncRule {

  private SyncRule() {}

  /**
   * What only people can change weighs before what time changes by itself. The cooldown binds
   * people only: what is due by schedule has waited longer than any cooldown. A listing that the
   * provider refused to this app, or called gone, is probed when it is due, so that it heals once
   * things are put right.
   */
  public static SyncVerdict judge(ListingState listing, Trigger trigger, Instant now) {
    var lasting = lasting(listing, trigger);
    if (lasting != null) {
      return new NotNow(lasting, null);
    }
    if (listing.openJob() != null) {
      return new AlreadyOpen(listing.openJob());
    }
    if (isAfter(listing.pausedUntil(), now)) {
      return new NotNow(Reason.THROTTLED, listing.pausedUntil());
    }
    if (trigger == Trigger.PERSON && isAfter(listing.cooldownUntil(), now)) {
      return new NotNow(Reason.COOLDOWN, listing.cooldownUntil());
    }
    return new Possible();
  }

  private static @Nullable Reason lasting(ListingState listing, Trigger trigger) {
    if (listing.connectionReason() != null) {
      return listing.connectionReason();
    }
    return switch (listing.reason()) {
      case RECONNECT_REQUIRED, UNSUPPORTED -> listing.reason();
      case DISABLED, GONE -> trigger == Trigger.SCHEDULE ? null : listing.reason();
      case COOLDOWN, THROTTLED, BUDGET, WITHHELD, UNAVAILABLE, UNREADABLE, UNCONFIRMED -> null;
      case null -> null;
    };
  }

  private static boolean isAfter(@Nullable Instant instant, Instant now) {
    return instant != null && instant.isAfter(now);
  }
}
