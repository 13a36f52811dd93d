package io.blendify.core.history;

import io.blendify.core.item.Item;
import io.blendify.core.item.Track;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that a provider told about one person. Three shapes cover every resource. */
public sealed interface Observation {

  /**
   * One place of an ordered list. Its rank is its place in the listing, from 1.
   *
   * @param item null where the place is taken by something no longer available
   * @param addedAt null where the provider does not say
   * @param addedBy the account id of whoever added it; null where the provider does not say
   */
  record Placed(@Nullable Item item, @Nullable Instant addedAt, @Nullable String addedBy)
      implements Observation {}

  /**
   * One member of a set: saved, followed, owned.
   *
   * @param since when it became one; null where the provider does not say
   */
  record Member(Item item, @Nullable Instant since) implements Observation {}

  /**
   * One play.
   *
   * @param playedAt as the source stamps it
   * @param msPlayed how long it ran, milliseconds; null where the source does not say
   * @param contextUri what it was played from; null where the source does not say
   * @param device what it was played on, in the source's words; null where it does not say
   */
  record Played(
      Track track,
      Instant playedAt,
      @Nullable Integer msPlayed,
      @Nullable String contextUri,
      @Nullable String device)
      implements Observation {}
}
