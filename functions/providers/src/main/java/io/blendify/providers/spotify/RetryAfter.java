package io.blendify.providers.spotify;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The pause that an answer asks for (RFC 9110, section 10.2.3). */
final class RetryAfter {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Nobody means more than this; without a bound a wrong header would stop the app for good. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private RetryAfter() {}

  /** From one second to seven days; empty where the header is missing or says nothing. */
  static Optional<Duration> in(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .flatMap(value -> value.matches("\\d+") ? seconds(value) : untilDate(value, headers))
        .map(pause -> pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause)
        .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  private static Optional<Duration> seconds(String digits) {
    return Optional.of(
        digits.length() > 9 ? LONGEST : Duration.ofSeconds(Integer.parseInt(digits)));
  }

  /** Measured on the sender's own clock, so that ours need not agree with it. */
  private static Optional<Duration> untilDate(String value, HttpHeaders headers) {
    return date(value)
        .flatMap(
            then ->
                headers
                    .firstValue("Date")
                    .flatMap(RetryAfter::date)
                    .map(now -> Duration.between(now, then)));
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
