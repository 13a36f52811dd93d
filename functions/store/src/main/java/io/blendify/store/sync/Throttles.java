package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.CallWorth;
import io.blendify.store.sync.Admission.Granted;
import io.blendify.store.sync.Admission.OverBudget;
import io.blendify.store.sync.Admission.Paused;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Every statement on {@code provider_throttle}: one pace and one pause for each provider app,
 * shared by all workers, and one budget of calls a day.
 *
 * <p>The pace is the generic cell rate algorithm: a slot lies one interval after the last, and a
 * burst of slots may be used ahead of time.
 */
@Singleton
public class Throttles {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final JdbcOperations jdbc;
  private final SyncSettings settings;

  Throttles(JdbcOperations jdbc, SyncSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Asks for leave to call the provider once, for what is worth most. */
  @Transactional
  public Admission admit(ProviderId provider, Instant now) {
    return admit(provider, 1, now);
  }

  /**
   * Asks for leave to call the provider once, and counts the call.
   *
   * @param share what the call is worth ({@link CallWorth})
   */
  @Transactional
  public Admission admit(ProviderId provider, double share, Instant now) {
    if (settings.pace().isZero() && !settings.hasBudget()) {
      var until = pausedUntil(provider, now);
      return until == null ? new Granted(Duration.ZERO) : new Paused(until);
    }
    var slot = slot(provider, share, now);
    if (slot != null) {
      return new Granted(max(Duration.between(now, slot.minus(lead())), Duration.ZERO));
    }
    var until = pausedUntil(provider, now);
    if (until != null) {
      return new Paused(until);
    }
    return isSpent(share, spent(provider, now))
        ? new OverBudget(tomorrow(now))
        : new Paused(now.plus(PATIENCE));
  }

  /** Whether a day on which so many calls were made has no more of that worth. */
  boolean isSpent(double share, int spent) {
    return settings.hasBudget() && spent >= settings.budgetFor(share);
  }

  /** Calls that were counted on this day. */
  @Transactional
  public int spent(ProviderId provider, Instant now) {
    return jdbc.prepareStatement(
        "SELECT spent FROM provider_throttle WHERE provider = ? AND spent_on = ?",
        statement -> {
          statement.setString(1, provider.value());
          statement.setObject(2, day(now));
          try (var rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt("spent") : 0;
          }
        });
  }

  /** When the next day's budget begins. */
  public static Instant tomorrow(Instant now) {
    return day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Nobody may call the provider before that. A pause is never made shorter. */
  @Transactional
  public void pause(ProviderId provider, Instant until, String reason, Instant now) {
    jdbc.prepareStatement(
        """
        INSERT INTO provider_throttle AS t (provider, not_before, reason, updated_at)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (provider) DO UPDATE
        SET not_before = excluded.not_before, reason = excluded.reason,
            updated_at = excluded.updated_at
        WHERE t.not_before IS NULL OR t.not_before < excluded.not_before
        """,
        statement -> {
          statement.setString(1, provider.value());
          statement.setObject(2, until.atOffset(ZoneOffset.UTC));
          statement.setString(3, reason);
          statement.setObject(4, now.atOffset(ZoneOffset.UTC));
          return statement.executeUpdate();
        });
  }

  /** Until when nobody may call the provider; null where that is allowed. */
  @Transactional
  public @Nullable Instant pausedUntil(ProviderId provider, Instant now) {
    return jdbc.prepareStatement(
        "SELECT not_before AS at FROM provider_throttle WHERE provider = ? AND not_before > ?",
        statement -> {
          statement.setString(1, provider.value());
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          return instant(statement);
        });
  }

  /** The slot that was taken; null where all near ones are taken, or the provider is paused. */
  private @Nullable Instant slot(ProviderId provider, double share, Instant now) {
    return jdbc.prepareStatement(
        """
        INSERT INTO provider_throttle AS t (provider, next_slot_at, spent_on, spent, updated_at)
        VALUES (?, CAST(? AS timestamptz) + CAST(? AS interval), ?, 1, ?)
        ON CONFLICT (provider) DO UPDATE
        SET next_slot_at =
              GREATEST(t.next_slot_at, excluded.updated_at) + CAST(? AS interval),
            spent_on = excluded.spent_on,
            spent = CASE WHEN t.spent_on = excluded.spent_on THEN t.spent + 1 ELSE 1 END
        WHERE (t.not_before IS NULL OR t.not_before <= excluded.updated_at)
          AND (t.next_slot_at IS NULL OR t.next_slot_at <= ?)
          AND (? OR t.spent_on IS DISTINCT FROM excluded.spent_on OR t.spent < ?)
        RETURNING next_slot_at - CAST(? AS interval) AS at
        """,
        statement -> {
          var pace = settings.pace().toString();
          statement.setString(1, provider.value());
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          statement.setString(3, pace);
          statement.setObject(4, day(now));
          statement.setObject(5, now.atOffset(ZoneOffset.UTC));
          statement.setString(6, pace);
          statement.setObject(7, now.plus(lead()).plus(PATIENCE).atOffset(ZoneOffset.UTC));
          statement.setBoolean(8, !settings.hasBudget());
          statement.setInt(9, settings.budgetFor(share));
          statement.setString(10, pace);
          return instant(statement);
        });
  }

  private Duration lead() {
    return settings.pace().multipliedBy(settings.burst());
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static @Nullable Instant instant(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      return rows.next() ? rows.getObject("at", OffsetDateTime.class).toInstant() : null;
    }
  }
}
