package io.blendify.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every provider promises of its listings, whatever the other side does. A provider's test
 * extends this and speaks real HTTP with its fake.
 */
public abstract class ListingContract {

  /** What the other side can do, and what it has to become. */
  public enum Trouble {
    THROTTLED(FetchOutcome.Throttled.class),
    THROTTLED_WITHOUT_A_LENGTH(FetchOutcome.Throttled.class),
    QUOTA_SPENT(FetchOutcome.QuotaSpent.class),
    TOKEN_EXPIRED(FetchOutcome.TokenExpired.class),
    SCOPE_MISSING(FetchOutcome.ScopeMissing.class),
    APP_REFUSED(FetchOutcome.AppRefused.class),
    BROKEN_GATEWAY(FetchOutcome.Unavailable.class),
    ERROR_WITHOUT_A_BODY(FetchOutcome.Unavailable.class),
    CUT_OFF(FetchOutcome.Unavailable.class),
    TRUNCATED_JSON(FetchOutcome.Unavailable.class),
    CONNECTION_RESET(FetchOutcome.Unavailable.class),
    TOO_SLOW(FetchOutcome.Unavailable.class);

    private final Class<? extends FetchOutcome> outcome;

    Trouble(Class<? extends FetchOutcome> outcome) {
      this.outcome = outcome;
    }
  }

  /** All listings of the provider. */
  protected abstract List<Listing> listings();

  /** A list key for which the person of {@link #token()} has more than nothing. */
  protected abstract String listKey(Listing listing);

  /** A good token of a person who has something in every listing. */
  protected abstract AccessToken token();

  /** A token that was good until the person withdrew it. */
  protected abstract AccessToken withdrawn();

  /** Every request meets the trouble until {@link #calm()}. */
  protected abstract void cause(Trouble trouble);

  /**
   * The link to the next page, where there is one, leads to a foreign host until {@link #calm()}.
   */
  protected abstract void causeForeignNext();

  protected abstract void calm();

  @ParameterizedTest
  @EnumSource
  void troubleIsAnOutcomeAndNothingIsLeftOfItAfterwards(Trouble trouble) {
    for (var listing : listings()) {
      var before = first(listing);
      cause(trouble);
      assertThat(first(listing)).as(listing.resource().label()).isInstanceOf(trouble.outcome);
      calm();
      assertThat(first(listing)).as(listing.resource().label()).isEqualTo(before);
    }
  }

  @Test
  void aPauseIsNeverEmpty() {
    cause(Trouble.THROTTLED_WITHOUT_A_LENGTH);
    for (var listing : listings()) {
      assertThat(((FetchOutcome.Throttled) first(listing)).pause()).isGreaterThan(Duration.ZERO);
    }
    calm();
  }

  @Test
  void aNextThatLeadsToAForeignHostIsRefused() {
    var longer = listings().stream().filter(one -> page(first(one)).next() != null).toList();
    assertThat(longer).isNotEmpty();
    causeForeignNext();
    for (var listing : longer) {
      assertThat(first(listing))
          .as(listing.resource().label())
          .isInstanceOf(FetchOutcome.Unreadable.class);
    }
    calm();
  }

  @Test
  void withdrawnAccessIsAnOutcome() {
    for (var listing : listings()) {
      assertThat(listing.page(request(listing, withdrawn(), null)))
          .as(listing.resource().label())
          .isInstanceOf(FetchOutcome.TokenExpired.class);
    }
  }

  @Test
  void thereIsOneListingForAResourceAndAllAreOfOneProvider() {
    assertThat(listings()).extracting(Listing::resource).doesNotHaveDuplicates().isNotEmpty();
    assertThat(listings().stream().map(Listing::provider).distinct()).hasSize(1);
  }

  @Test
  void everyListingEndsAndItsCursorsMove() {
    for (var listing : listings()) {
      assertThat(readToTheEnd(listing)).as(listing.resource().label()).isNotEmpty();
    }
  }

  @Test
  void whatIsObservedHasTheShapeOfItsResource() {
    for (var listing : listings()) {
      var shape =
          switch (listing.resource().shape()) {
            case LIST -> Placed.class;
            case SET -> Member.class;
            case PLAY -> Played.class;
          };
      assertThat(readToTheEnd(listing)).hasOnlyElementsOfType(shape);
    }
  }

  private List<Observation> readToTheEnd(Listing listing) {
    var read = new ArrayList<Observation>();
    var seen = new HashSet<Cursor>();
    for (Cursor cursor = null; ; ) {
      var page = page(listing.page(request(listing, token(), cursor)));
      read.addAll(page.observations());
      if (page.next() == null) {
        return read;
      }
      assertThat(seen.add(page.next())).as("%s goes in circles", listing.resource()).isTrue();
      cursor = page.next();
    }
  }

  private FetchOutcome first(Listing listing) {
    return listing.page(request(listing, token(), null));
  }

  private ListingRequest request(Listing listing, AccessToken token, Cursor cursor) {
    return new ListingRequest(token, listKey(listing), cursor, null);
  }

  /** The page; an AssertionError where there is none. */
  public static Page page(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(Page.class);
    return (Page) outcome;
  }
}
