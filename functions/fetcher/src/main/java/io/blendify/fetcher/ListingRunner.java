package io.blendify.fetcher;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.AppRefused;
import io.blendify.core.provider.FetchOutcome.Gone;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.QuotaSpent;
import io.blendify.core.provider.FetchOutcome.ScopeMissing;
import io.blendify.core.provider.FetchOutcome.Throttled;
import io.blendify.core.provider.FetchOutcome.TokenExpired;
import io.blendify.core.provider.FetchOutcome.Unavailable;
import io.blendify.core.provider.FetchOutcome.Unreadable;
import io.blendify.core.provider.FetchOutcome.Withheld;
import io.blendify.core.provider.Listing;
import io.blendify.core.sync.Resource;
import io.blendify.fetcher.PageAnswer.Asked;
import io.blendify.fetcher.PageAnswer.NoToken;
import io.blendify.fetcher.PageAnswer.NotBefore;
import io.blendify.fetcher.PageAnswer.OverBudget;
import io.blendify.fetcher.PageAnswer.ReconnectRequired;
import io.blendify.store.sync.ClaimedJob;
import io.blendify.store.sync.Leases;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one listing of one person, page by page, to its end or as far as it goes. */
@Singleton
final class ListingRunner implements JobRunner {

  private final List<Listing> listings;
  private final Readings readings;
  private final PageSource pages;
  private final Novelties novelties;
  private final Leases leases;
  private final Waits waits;
  private final Endings endings;
  private final FetcherSettings settings;

  ListingRunner(
      List<Listing> listings,
      Readings readings,
      PageSource pages,
      Novelties novelties,
      Leases leases,
      Waits waits,
      Endings endings,
      FetcherSettings settings) {
    this.listings = List.copyOf(listings);
    this.readings = readings;
    this.pages = pages;
    this.novelties = novelties;
    this.leases = leases;
    this.waits = waits;
    this.endings = endings;
    this.settings = settings;
  }

  @Override
  public boolean runs(String resource) {
    return Arrays.stream(Resource.values()).anyMatch(one -> one.label().equals(resource));
  }

  @Override
  public void run(ClaimedJob claimed, TimeLeft time) {
    var job = claimed.job();
    var listing = listing(job.provider(), Resource.of(job.resource()));
    if (listing == null) {
      endings.unsupported(claimed);
      return;
    }
    var reading = readings.of(claimed, listing);
    if (reading.isEmpty()) {
      endings.unwanted(claimed);
    } else if (waits.wasBegunTooOften(reading.get())) {
      endings.giveUp(reading.get(), "begun too often without progress; at last: " + job.error());
    } else if (waits.isStale(reading.get())) {
      waits.restart(reading.get());
    } else {
      read(reading.get(), time);
    }
  }

  private void read(Reading reading, TimeLeft time) {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = step(reading);
      if (goesOn && isEnough(reading, time)) {
        waits.handOn(reading);
        return;
      }
      if (goesOn) {
        leases.renew(reading.claimed());
      }
    }
  }

  private boolean isEnough(Reading reading, TimeLeft time) {
    return reading.read().size() >= settings.entriesInMemory()
        || time.left().compareTo(settings.reserve()) < 0;
  }

  /** Reads a page or several; the answer is whether there is more to be read here. */
  private boolean step(Reading reading) {
    var answers = pages.next(reading);
    heed(reading, answers.getLast());
    for (var answer : answers) {
      if (!goesOn(reading, answer)) {
        return false;
      }
    }
    return true;
  }

  /** Before anything else: it concerns everybody, whatever becomes of this reading. */
  private void heed(Reading reading, PageAnswer last) {
    switch (last) {
      case Asked(Throttled(var time)) -> waits.heed(reading, time);
      case Asked(QuotaSpent(var time)) -> waits.heed(reading, time);
      default -> {}
    }
  }

  private boolean goesOn(Reading reading, PageAnswer answer) {
    return switch (answer) {
      case Asked(Page page) -> take(reading, page);
      case Asked(var outcome) -> stop(reading, outcome);
      case PageAnswer.NotAsked _ ->
          throw new IllegalStateException("job " + reading.job().id() + ": a page was left out");
      case NotBefore(var until) -> waits.until(reading, until);
      case OverBudget(var until) -> waits.forBudget(reading, until);
      case NoToken(var time, var detail) -> waits.backOff(reading, time, detail);
      case ReconnectRequired(var detail) -> endings.reconnect(reading, detail);
    };
  }

  private boolean stop(Reading reading, FetchOutcome outcome) {
    return switch (outcome) {
      case Page page -> take(reading, page);
      case TokenExpired _ ->
          throw new IllegalStateException(
              "job " + reading.job().id() + ": nobody renewed the token");
      case Throttled(var time) -> waits.throttled(reading, time);
      case QuotaSpent(var time) -> waits.throttled(reading, time);
      case Unavailable(var detail) -> unavailable(reading, detail);
      case ScopeMissing(var detail) -> endings.reconnect(reading, detail);
      case Withheld(var detail) -> endings.withheld(reading, detail);
      case Gone(var detail) -> endings.gone(reading, detail);
      case AppRefused(var detail) -> endings.appRefused(reading, detail);
      case Unreadable(var detail) -> endings.unreadable(reading, detail);
    };
  }

  private boolean unavailable(Reading reading, String detail) {
    return waits.hasTriedEnough(reading)
        ? endings.giveUp(reading, detail)
        : waits.backOff(reading, detail);
  }

  private boolean take(Reading reading, Page page) {
    if (reading.loops(page) || reading.reached().pages() >= settings.maxPages()) {
      return endings.unreadable(reading, "the pages lead in a circle");
    }
    if (reading.stoppable()) {
      var known = novelties.before(reading, page);
      if (known.isPresent()) {
        reading.take(page, known.getAsInt());
        return endings.complete(reading, false);
      }
    }
    reading.take(page, page.observations().size());
    if (reading.moved() && waits.mayRestart(reading)) {
      return waits.restart(reading);
    }
    return page.next() != null || finish(reading);
  }

  /**
   * Pages of one state of a list, or none; all of a set that the provider counts, unless it keeps
   * counting more than it shows.
   */
  private boolean finish(Reading reading) {
    if (reading.fallsShort() && waits.mayRestart(reading)) {
      return waits.restart(reading);
    }
    if (reading.isToBeVerified() && waits.mayRestart(reading)) {
      var version = pages.version(reading);
      if (version != null && !version.equals(reading.version())) {
        return waits.restart(reading, version);
      }
    }
    return endings.complete(reading, true);
  }

  private @Nullable Listing listing(ProviderId provider, Resource resource) {
    return listings.stream()
        .filter(one -> one.provider().equals(provider) && one.resource() == resource)
        .findFirst()
        .orElse(null);
  }
}
