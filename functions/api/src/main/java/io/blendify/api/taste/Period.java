package io.blendify.api.taste;

import io.blendify.api.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads the ends of a period: moments, or days, which count whole. */
final class Period {

  /** What PostgreSQL and people can make something of. */
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private Period() {}

  static @Nullable Instant since(@Nullable String text) {
    return text == null ? null : moment("since", text, 0);
  }

  /** The first moment that does not belong to it. */
  static @Nullable Instant until(@Nullable String text) {
    return text == null ? null : moment("until", text, 1);
  }

  private static Instant moment(String field, String text, int days) {
    try {
      var moment =
          text.length() == 10
              ? LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
        throw ProblemException.invalid(field, "must lie between 1900 and 2200");
      }
      return moment;
    } catch (DateTimeParseException _) {
      throw ProblemException.invalid(
          field, "must be a moment like 2026-11-20T18:00:00Z or a day like 2026-11-20");
    }
  }

  static void check(@Nullable Instant since, @Nullable Instant until) {
    if (since == null && until == null) {
      throw ProblemException.invalid("since", "or until must be given for a period");
    }
    if (since != null && until != null && !since.isBefore(until)) {
      throw ProblemException.invalid("since", "must lie before until");
    }
  }
}
