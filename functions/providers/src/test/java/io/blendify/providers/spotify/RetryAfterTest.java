package io.blendify.providers.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  @Test
  void aDateIsMeasuredOnTheSendersClock() {
    var headers =
        headers("Sat, 21 Nov 2026 10:01:40 GMT", "Date", List.of("Sat, 21 Nov 2026 10:00:00 GMT"));
    assertThat(RetryAfter.in(headers)).hasValue(Duration.ofSeconds(100));
  }

  @Test
  void aDateThatHasPassedIsTheShortestPause() {
    var headers =
        headers("Sat, 21 Nov 2026 09:00:00 GMT", "Date", List.of("Sat, 21 Nov 2026 10:00:00 GMT"));
    assertThat(RetryAfter.in(headers)).hasValue(Duration.ofSeconds(1));
  }

  @Test
  void aDateWithoutTheSendersClockSaysNothing() {
    assertThat(RetryAfter.in(headers("Sat, 21 Nov 2026 10:01:40 GMT", "X", List.of("y"))))
        .isEmpty();
  }

  private static HttpHeaders headers(String retryAfter, String other, List<String> values) {
    return HttpHeaders.of(
        Map.of("Retry-After", List.of(retryAfter), other, values), (name, value) -> true);
  }
}
