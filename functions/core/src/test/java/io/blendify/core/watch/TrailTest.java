package io.blendify.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailTest {

  @Test
  void itHoldsForTheWorkAndNoLonger() {
    var trail = Trail.of("abc", "own").with("job_id", 7);

    assertThat(trail.call(() -> Trail.here().marks().toString()))
        .isEqualTo("{correlation_id=abc, job_id=7}");
    assertThat(Trail.here().correlationId()).isNull();
    assertThat(Trail.here().marks()).isEmpty();
  }

  @Test
  void workWithinWorkGoesOnWithItAndReturnsToIt() {
    Trail.of("abc", "own")
        .run(
            () -> {
              Trail.here()
                  .with("page", 1)
                  .run(() -> assertThat(Trail.here().marks()).containsEntry("page", "1"));
              assertThat(Trail.here().marks()).doesNotContainKey("page");
              assertThat(Trail.here().correlationId()).isEqualTo("abc");
            });
  }

  @Test
  void anotherThreadHasItOnlyIfItIsHandedOver() throws InterruptedException {
    var seen = new String[2];
    Trail.of("abc", "own")
        .run(
            () -> {
              var trail = Trail.here();
              try {
                Thread.ofVirtual().start(() -> seen[0] = Trail.here().correlationId()).join();
                Thread.ofVirtual()
                    .start(() -> trail.run(() -> seen[1] = Trail.here().correlationId()))
                    .join();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(seen).containsExactly(null, "abc");
  }

  @Test
  void anInventedIdIsNotTaken() {
    assertThat(Trail.of("two\nlines", "own").correlationId()).isEqualTo("own");
    assertThat(Trail.of("<script>", "own").correlationId()).isEqualTo("own");
    assertThat(Trail.of("x".repeat(101), "own").correlationId()).isEqualTo("own");
    assertThat(Trail.of("", "own").correlationId()).isEqualTo("own");
    assertThat(Trail.of(null, "own").correlationId()).isEqualTo("own");
    assertThat(Trail.of("JKJaXmPLvHcESHA=", "own").correlationId()).isEqualTo("JKJaXmPLvHcESHA=");
  }

  @Test
  void noValueIsNoMark() {
    assertThat(Trail.of("a", "a").with("function_request_id", null).marks()).hasSize(1);
  }
}
