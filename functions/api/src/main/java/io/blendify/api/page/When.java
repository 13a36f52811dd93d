package io.blendify.api.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A moment, as a page tells it.
 *
 * @param words seen from now: "5 minutes ago", "in 3 hours", "on 3 March 2026"
 * @param exact to the minute, in UTC
 * @param iso for machines
 */
public record When(String words, String exact, String iso) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DAYS_COUNTED = 30;

  static When of(Instant at, Instant now) {
    return new When(words(at, now), MINUTE.format(at), iso(at));
  }

  /** Told by its date and time, however long ago it was. */
  static When exactly(Instant at) {
    return new When(MINUTE.format(at), MINUTE.format(at), iso(at));
  }

  static @Nullable When exactlyOrNull(@Nullable Instant at) {
    return at == null ? null : exactly(at);
  }

  static @Nullable When orNull(@Nullable Instant at, Instant now) {
    return at == null ? null : of(at, now);
  }

  static String day(Instant at) {
    return DAY.format(at);
  }

  private static String iso(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String words(Instant at, Instant now) {
    var between = Duration.between(now, at);
    var far = between.abs();
    if (far.toDays() > DAYS_COUNTED) {
      return "on " + DAY.format(at);
    }
    if (far.toSeconds() < 45) {
      return between.isNegative() || between.isZero() ? "just now" : "in a moment";
    }
    return between.isNegative() ? span(far) + " ago" : "in " + span(far);
  }

  /** Rounded to the largest unit of which there is more than one. */
  private static String span(Duration far) {
    if (far.toMinutes() < 90) {
      return Words.many(Math.max(1, Math.round(far.toSeconds() / 60.0)), "minute");
    }
    return far.toHours() < 36
        ? Words.many(Math.round(far.toMinutes() / 60.0), "hour")
        : Words.many(Math.round(far.toHours() / 24.0), "day");
  }
}
