package io.blendify.store.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.ProviderId;
import io.blendify.store.TestDatabase;
import io.blendify.store.sync.Admission.Granted;
import io.blendify.store.sync.Admission.Paused;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ThrottlesIT {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final ApplicationContext CONTEXT =
      ApplicationContext.builder()
          .properties(DATABASE.properties())
          .properties(Map.of("blendify.sync.pace", "1s", "blendify.sync.burst", "3"))
          .start();

  private final Throttles throttles = CONTEXT.getBean(Throttles.class);

  @AfterAll
  static void close() {
    CONTEXT.close();
    DATABASE.close();
  }

  @Test
  void aBurstIsGrantedAtOnceAndThenThePaceIsKept() {
    var provider = new ProviderId("paced");
    for (int call = 0; call <= 3; call++) {
      assertThat(throttles.admit(provider, NOON)).isEqualTo(new Granted(Duration.ZERO));
    }
    assertThat(throttles.admit(provider, NOON)).isEqualTo(new Granted(Duration.ofSeconds(1)));
    assertThat(throttles.admit(provider, NOON)).isEqualTo(new Granted(Duration.ofSeconds(2)));
    assertThat(throttles.admit(provider, NOON)).isEqualTo(new Paused(NOON.plusSeconds(2)));
    assertThat(throttles.admit(provider, NOON.plusSeconds(10)))
        .isEqualTo(new Granted(Duration.ZERO));
  }

  @Test
  void aPauseHoldsForAllUntilItIsOver() {
    var provider = new ProviderId("paused");
    var evening = NOON.plus(Duration.ofHours(7));
    throttles.pause(provider, evening, "throttled", NOON);
    throttles.pause(provider, NOON.plusSeconds(5), "throttled", NOON);

    assertThat(throttles.admit(provider, NOON.plusSeconds(60))).isEqualTo(new Paused(evening));
    assertThat(throttles.pausedUntil(provider, NOON)).isEqualTo(evening);
    assertThat(throttles.admit(provider, evening)).isEqualTo(new Granted(Duration.ZERO));
    assertThat(throttles.admit(new ProviderId("other"), NOON))
        .isEqualTo(new Granted(Duration.ZERO));
  }
}
