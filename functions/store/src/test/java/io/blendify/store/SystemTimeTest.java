package io.blendify.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

  @Test
  void timeIsInWholeMicroseconds() {
    try (var context = ApplicationContext.run()) {
      assertThat(context.getBean(InstantSource.class).instant().getNano() % 1_000).isZero();
    }
  }

  @Test
  void anotherClockTakesItsPlace() {
    var noon = Instant.parse("2026-03-01T12:00:00Z");
    var builder = ApplicationContext.builder().singletons(InstantSource.fixed(noon));
    try (var context = builder.start()) {
      assertThat(context.getBean(InstantSource.class).instant()).isEqualTo(noon);
    }
  }
}
