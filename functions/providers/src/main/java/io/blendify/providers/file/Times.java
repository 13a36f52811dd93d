package io.blendify.providers.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as exports write them; without a zone they are UTC. */
final class Times {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Pattern EPOCH = Pattern.compile("[0-9]{9,13}(\\.[0-9]{1,9})?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final List<DateTimeFormatter> PATTERNS =
      List.of(
          pattern("d MMM uuuu, HH:mm[:ss]"),
          pattern("d MMM uuuu HH:mm[:ss]"),
          pattern("uuuu-MM-dd HH:mm[:ss]"),
          DateTimeFormatter.ISO_LOCAL_DATE_TIME);

  private Times() {}

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** Any of the forms that exports use; a time nobody can have heard music at is unreadable. */
  static Instant of(String text) throws Skip {
    var time = parse(text);
    if (time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new Skip(Skip.UNREADABLE);
    }
    return time;
  }

  /** Null where there is none, or none that makes sense: it is no reason to lose the entry. */
  static @Nullable Instant orNull(@Nullable String text) {
    try {
      return text == null ? null : of(text);
    } catch (Skip _) {
      return null;
    }
  }

  static boolean isTime(String text) {
    return parse(text) != null;
  }

  private static @Nullable Instant parse(String text) {
    if (EPOCH.matcher(text).matches()) {
      return epoch(text);
    }
    if (DAY.matcher(text).matches()) {
      return orNull(() -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
    var exact = orNull(() -> OffsetDateTime.parse(text).toInstant());
    return exact == null ? local(text) : exact;
  }

  private static @Nullable Instant local(String text) {
    for (var pattern : PATTERNS) {
      var time = orNull(() -> LocalDateTime.parse(text, pattern).toInstant(ZoneOffset.UTC));
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static Instant epoch(String text) {
    var whole = Long.parseLong(text.replaceFirst("\\..*", ""));
    return whole >= FIRST_MILLIS ? Instant.ofEpochMilli(whole) : Instant.ofEpochSecond(whole);
  }

  private interface Parsing {
    Instant parse();
  }

  private static @Nullable Instant orNull(Parsing parsing) {
    try {
      return parsing.parse();
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
