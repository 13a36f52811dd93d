package io.blendify.fetcher.chaos;

import io.blendify.sandbox.spotify.Effect;
import io.blendify.sandbox.spotify.Fault;
import io.blendify.sandbox.world.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the provider does wrong while one message is worked on. */
final class Weather {

  private static final String ANY = "/v1/**";

  private final Spells spells = new Spells();

  /**
   * What meets the person's requests.
   *
   * @param saved how many saved tracks there are
   * @param known how many of them history knows
   */
  List<Fault> any(SplittableRandom random, Person of, Instant now, int saved, int known) {
    var person = of.key();
    var faults = new ArrayList<Fault>();
    if (spells.isUnder(person, now) && random.nextBoolean()) {
      faults.add(emptied(random, of, saved, known));
    }
    do {
      faults.add(
          random.nextInt(26) == 0 && spells.mayLie(person, now)
              ? emptied(random, of, saved, known)
              : one(random, person, of.savedTracks() > 120));
    } while (random.nextInt(3) == 0);
    return faults;
  }

  /** Healthy answers in which everything, or most of what is known of a library, is missing. */
  private static Fault emptied(SplittableRandom random, Person of, int saved, int known) {
    int hidden = saved - known / 3;
    return known >= 20 && hidden > 0 && random.nextInt(3) == 0
        ? Fault.on("/v1/me/tracks", new Effect.HidesFirst(hidden)).forPerson(of.key()).always()
        : Fault.on(ANY, Effect.empty()).forPerson(of.key()).always();
  }

  private static Fault one(SplittableRandom random, String person, boolean longLibrary) {
    int page = random.nextInt(3) == 0 ? random.nextInt(2, 4) : 1;
    int times = random.nextInt(4) == 0 ? random.nextInt(2, 5) : 1;
    return switch (random.nextInt(25)) {
      case 0 -> at(person, page, times, Effect.throttled(random.nextInt(1, 20)));
      case 1 -> at(person, page, times, Effect.throttled(random.nextInt(60, 900)));
      case 2 -> at(person, page, times, Effect.throttledWithoutHeader());
      case 3 ->
          at(person, page, 1, Effect.quotaExceeded(Duration.ofMinutes(random.nextInt(30, 900))));
      case 4 -> at(person, page, 1, Effect.lockedFor(Duration.ofMinutes(random.nextInt(10, 300))));
      case 5 -> at(person, page, times, Effect.brokenGateway(500 + random.nextInt(5)));
      case 6 -> at(person, page, times, Effect.emptyError(500 + random.nextInt(5)));
      case 7 -> at(person, page, times, Effect.truncatedJson());
      case 8 -> at(person, page, times, Effect.cutOff());
      case 9 -> at(person, page, times, Effect.connectionReset());
      case 10 -> at(person, page, times, Effect.expired());
      case 11 -> at(person, page, 1, new Effect.ExpiresAccess());
      case 12 -> at(person, page, 1, Effect.insufficientScope());
      case 13 -> at(person, page, 1, new Effect.RevokesConsent());
      case 14 -> Fault.on("/api/token", Effect.invalidGrant());
      case 15 -> Fault.on("/api/token", Effect.brokenGateway(503)).times(times);
      case 16 -> Fault.on("/api/token", Effect.connectionReset()).times(times);
      case 17 ->
          Fault.on("/v1/playlists/**", Effect.forbidden()).forPerson(person).from(page).times(1);
      case 18 ->
          Fault.on("/v1/playlists/**", Effect.notFound()).forPerson(person).from(page).times(1);
      case 19 -> shrinking(person, random.nextInt(1, 4));
      case 20 ->
          longLibrary
              ? Fault.growing("/v1/me/tracks", 2).withQuery("offset=0").forPerson(person)
              : shrinking(person, 2);
      case 21 -> at(person, page, 1, Effect.shortPage(random.nextInt(0, 30)));
      case 22 ->
          at(person, 2, 1, new Effect.MovesClock(Duration.ofSeconds(random.nextInt(1, 100))));
      case 23 ->
          at(person, 2, 1, new Effect.MovesClock(Duration.ofMinutes(random.nextInt(2, 2000))));
      default ->
          at(
              person,
              page,
              1,
              random.nextBoolean() ? Effect.premiumRequired() : Effect.notRegistered());
    };
  }

  /** From the second page on the library is shorter than the first one said. */
  private static Fault shrinking(String person, int by) {
    return Fault.on("/v1/me/tracks", new Effect.HidesFirst(by))
        .withQuery("offset=50")
        .forPerson(person)
        .always();
  }

  private static Fault at(String person, int page, int times, Effect effect) {
    return Fault.on(ANY, effect).forPerson(person).from(page).times(times);
  }
}
