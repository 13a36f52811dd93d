package io.blendify.api.library;

import io.blendify.api.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads the moment at which a library is asked for. */
public final class AsOf {

  /** Nothing was before it; what is asked for from before it stands for it. */
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  private AsOf() {}

  /**
   * The moment that a text stands for, at most now.
   *
   * @param name of the query parameter that the text comes from
   * @throws ProblemException 400 for a text that is neither a moment nor a day, or lies ahead
   */
  public static Instant parse(String name, @Nullable String text, Instant now) {
    if (text == null) {
      return now;
    }
    try {
      return text.length() == 10
          ? endOf(name, LocalDate.parse(text), now)
          : moment(name, text, now);
    } catch (DateTimeParseException _) {
      throw ProblemException.invalid(
          name, "must be a moment like 2026-11-20T18:00:00Z or a day like 2026-11-20");
    }
  }

  /** A day that is not over yet stands for now. */
  private static Instant endOf(String name, LocalDate day, Instant now) {
    if (day.atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(now)) {
      throw ahead(name);
    }
    var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(1, ChronoUnit.MICROS);
    return end.isAfter(now) ? now : notBeforeFirst(end);
  }

  private static Instant moment(String name, String text, Instant now) {
    // A plus sign in a query that nobody escaped arrives as a blank.
    var moment = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    if (moment.isAfter(now)) {
      throw ahead(name);
    }
    return notBeforeFirst(moment.truncatedTo(ChronoUnit.MICROS));
  }

  private static Instant notBeforeFirst(Instant moment) {
    return moment.isBefore(FIRST) ? FIRST : moment;
  }

  private static ProblemException ahead(String name) {
    return ProblemException.invalid(name, "must not lie ahead");
  }
}
