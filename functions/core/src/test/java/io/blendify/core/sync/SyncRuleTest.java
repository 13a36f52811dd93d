package io.blendify.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.SyncVerdict.AlreadyOpen;
import io.blendify.core.sync.SyncVerdict.NotNow;
import io.blendify.core.sync.SyncVerdict.Possible;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncRuleTest {

  private static final Instant NOW = Instant.parse("2026-05-04T18:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final UUID JOB = UUID.randomUUID();

  @Test
  void aListingThatNothingStandsAgainstIsPossible() {
    assertThat(person(listing(null, null, NOW, NOW, null))).isEqualTo(new Possible());
  }

  @Test
  void aPersonWaitsForTheEndOfTheCooldownAndTheScheduleDoesNot() {
    var listing = listing(null, null, LATER, null, null);
    assertThat(person(listing)).isEqualTo(new NotNow(Reason.COOLDOWN, LATER));
    assertThat(SyncRule.judge(listing, Trigger.SCHEDULE, NOW)).isEqualTo(new Possible());
  }

  @Test
  void aPausedProviderIsCalledByNobody() {
    var listing = listing(null, null, null, LATER, null);
    assertThat(person(listing)).isEqualTo(new NotNow(Reason.THROTTLED, LATER));
    assertThat(SyncRule.judge(listing, Trigger.SCHEDULE, NOW))
        .isEqualTo(new NotNow(Reason.THROTTLED, LATER));
  }

  @Test
  void anOpenJobIsNamedWhateverTimeSays() {
    assertThat(person(listing(null, null, LATER, LATER, JOB))).isEqualTo(new AlreadyOpen(JOB));
  }

  @Test
  void aConnectionThatIsGoneOutweighsItsListings() {
    assertThat(person(listing(Reason.RECONNECT_REQUIRED, Reason.GONE, LATER, LATER, JOB)))
        .isEqualTo(new NotNow(Reason.RECONNECT_REQUIRED, null));
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"RECONNECT_REQUIRED", "UNSUPPORTED", "DISABLED", "GONE"})
  void whatTimeCannotHealHasNoEnd(Reason reason) {
    assertThat(person(listing(null, reason, null, null, null))).isEqualTo(new NotNow(reason, null));
  }

  @Test
  void aRefusedAppIsProbedWhenDueSoThatItHeals() {
    var listing = listing(null, Reason.DISABLED, null, null, null);
    assertThat(SyncRule.judge(listing, Trigger.SCHEDULE, NOW)).isEqualTo(new Possible());
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"COOLDOWN", "THROTTLED", "WITHHELD", "UNAVAILABLE", "UNREADABLE", "UNCONFIRMED"})
  void whatFailedBeforeMayBeTriedAgain(Reason reason) {
    assertThat(person(listing(null, reason, null, null, null))).isEqualTo(new Possible());
  }

  private static SyncVerdict person(ListingState listing) {
    return SyncRule.judge(listing, Trigger.PERSON, NOW);
  }

  private static ListingState listing(
      @Nullable Reason connection,
      @Nullable Reason reason,
      @Nullable Instant cooldown,
      @Nullable Instant paused,
      @Nullable UUID job) {
    var key = new ListingKey(UUID.randomUUID(), Resource.SAVED_TRACKS, "");
    var provider = new ProviderId("spotify");
    return new ListingState(
        key, UUID.randomUUID(), provider, connection, reason, cooldown, paused, job);
  }
}
