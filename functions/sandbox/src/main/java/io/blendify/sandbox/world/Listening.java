package io.blendify.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The plays of one person, day by day. A day is made from its own seed, so any day can be asked for
 * by itself.
 */
final class Listening {

  private static final int DAYS_OF_A_MOOD = 21;
  private static final int[] HOURS = {6, 7, 8, 12, 15, 17, 18, 19, 20, 21};

  private final long seed;
  private final Person person;
  private final Taste taste;
  private final Catalog catalog;
  private final Map<Long, Taste.Mood> moods = new ConcurrentHashMap<>();

  Listening(long seed, Person person, Taste taste, Catalog catalog) {
    this.seed = seed;
    this.person = person;
    this.taste = taste;
    this.catalog = catalog;
  }

  /** The newest plays up to and with the instant, newest first. */
  List<Play> before(Instant instant, int limit) {
    var found = new ArrayDeque<Play>();
    var day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    var first = LocalDate.ofInstant(person.joined(), ZoneOffset.UTC);
    for (int quiet = 0;
        found.size() < limit && !day.isBefore(first) && quiet < 60;
        day = day.minusDays(1)) {
      var plays = on(day);
      quiet = plays.isEmpty() ? quiet + 1 : 0;
      for (var play : plays.reversed()) {
        if (!play.at().isAfter(instant) && found.size() < limit) {
          found.add(play);
        }
      }
    }
    return List.copyOf(found);
  }

  /** The plays of a day (UTC), oldest first. */
  List<Play> on(LocalDate day) {
    var chance = Chance.of(seed, "plays", person.key(), day.toEpochDay());
    var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    if (person.isNew() || start.isBefore(person.joined()) || chance.nextInt(100) < 5) {
      return List.of();
    }
    var mood =
        moods.computeIfAbsent(Math.floorDiv(day.toEpochDay(), (long) DAYS_OF_A_MOOD), taste::mood);
    int wanted = (int) (person.playsPerDay() * (0.35 + 1.3 * chance.nextDouble()));
    var plays = new ArrayList<Play>(wanted);
    var end = start.plus(Duration.ofDays(1));
    var free = start;
    while (plays.size() < wanted && free.isBefore(end.minus(Duration.ofHours(1)))) {
      int size = Math.min(wanted - plays.size(), chance.nextInt(3, 16));
      free = session(sessionStart(chance, start, free), size, mood, chance, end, plays);
    }
    return plays;
  }

  private static Instant sessionStart(SplittableRandom chance, Instant day, Instant free) {
    var wish =
        day.plus(Duration.ofHours(HOURS[chance.nextInt(HOURS.length)]))
            .plusMillis(chance.nextInt(3_000_000));
    var pause = free.plusMillis(chance.nextInt(300_000, 2_400_000));
    return wish.isAfter(free) && wish.isBefore(pause.plus(Duration.ofHours(5))) ? wish : pause;
  }

  private Instant session(
      Instant from,
      int size,
      Taste.Mood mood,
      SplittableRandom chance,
      Instant end,
      List<Play> into) {
    var at = from;
    int kind = chance.nextInt(10);
    var anchor = mood.track(chance);
    var album = catalog.tracksOf(anchor.album());
    var context = context(kind, anchor);
    for (int i = 0; i < size && at.isBefore(end); i++) {
      var track =
          kind < 2 ? album.get((anchor.number() - 1 + i) % album.size()) : mood.track(chance);
      boolean skipped = chance.nextInt(12) == 0;
      into.add(new Play(at, track, context));
      at =
          at.plusMillis(
              skipped
                  ? chance.nextInt(31_000, 60_000)
                  : track.durationMs() + chance.nextInt(40, 2_500));
    }
    return at;
  }

  private Play.@Nullable Context context(int kind, Track anchor) {
    return switch (kind) {
      case 0, 1 -> new Play.Context("album", "spotify:album:" + anchor.album().id());
      case 2 -> new Play.Context("artist", "spotify:artist:" + anchor.artists().getFirst().id());
      case 3, 4 ->
          new Play.Context("playlist", "spotify:playlist:" + Playlist.idOf(seed, person, 0));
      case 5 -> new Play.Context("collection", "spotify:user:" + person.id() + ":collection");
      default -> null;
    };
  }
}
