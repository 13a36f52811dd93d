package io.blendify.store.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RateLimitsIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Limit THREE = new Limit("three", 3, Duration.ofMinutes(1));
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final ApplicationContext CONTEXT = ApplicationContext.run(DATABASE.properties());
  private static final RateLimits LIMITS = CONTEXT.getBean(RateLimits.class);

  @AfterAll
  static void stop() {
    CONTEXT.close();
  }

  @Test
  void aBurstIsLetThroughAndTheNextIsToldHowLongToWait() {
    for (int i = 0; i < 3; i++) {
      assertThat(LIMITS.attempt(THREE, "ada", NOON)).isZero();
    }
    assertThat(LIMITS.attempt(THREE, "ada", NOON)).isEqualTo(Duration.ofMinutes(1));
    var later = NOON.plusSeconds(59);
    assertThat(LIMITS.attempt(THREE, "ada", later)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void afterEachIntervalThereIsOneMore() {
    for (int i = 0; i < 3; i++) {
      LIMITS.attempt(THREE, "ben", NOON);
    }
    var later = NOON.plus(THREE.interval());
    assertThat(LIMITS.attempt(THREE, "ben", later)).isZero();
    assertThat(LIMITS.attempt(THREE, "ben", later)).isPositive();
  }

  @Test
  void oneDoesNotUseUpAnothersAttempts() {
    for (int i = 0; i < 4; i++) {
      LIMITS.attempt(THREE, "cleo", NOON);
    }
    assertThat(LIMITS.attempt(THREE, "dan", NOON)).isZero();
    assertThat(LIMITS.attempt(new Limit("other", 1, Duration.ofMinutes(1)), "cleo", NOON)).isZero();
  }

  @Test
  void whatIsForgottenDoesNotCount() {
    for (int i = 0; i < 4; i++) {
      LIMITS.attempt(THREE, "eve", NOON);
    }
    LIMITS.forget(THREE, "eve");
    assertThat(LIMITS.attempt(THREE, "eve", NOON)).isZero();
  }

  @Test
  void atOnceFromManyFunctionsNoMoreThanTheBurstGetThrough() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var attempts =
          IntStream.range(0, 40)
              .<Callable<Duration>>mapToObj(_ -> () -> LIMITS.attempt(THREE, "fay", NOON))
              .toList();
      int through = 0;
      for (var attempt : threads.invokeAll(attempts)) {
        through += attempt.get().isZero() ? 1 : 0;
      }
      assertThat(through).isEqualTo(3);
    }
  }

  @Test
  void rowsThatSayNothingAnyMoreGoAndNoneNamesAnybody() throws SQLException {
    LIMITS.attempt(THREE, "gus@example.com", NOON);
    LIMITS.attempt(THREE, "hal@example.com", NOON.plus(Duration.ofDays(1)));
    try (var connection = DATABASE.asSuperuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FILTER (WHERE free_at < '2026-03-02T00:00:00Z'),"
                    + " count(*) FILTER (WHERE encode(subject, 'escape') LIKE '%example%')"
                    + " FROM rate_limits")) {
      rows.next();
      assertThat(rows.getLong(1)).isZero();
      assertThat(rows.getLong(2)).isZero();
    }
  }
}
