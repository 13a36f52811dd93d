package io.blendify.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.Throttled;
import io.blendify.core.provider.FetchOutcome.TokenExpired;
import io.blendify.core.provider.FetchOutcome.Unavailable;
import io.blendify.core.provider.ListingRequest;
import io.blendify.fetcher.PageAnswer.Asked;
import io.blendify.fetcher.PageAnswer.NotAsked;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JoinedTest {

  private static final List<ListingRequest> REQUESTS =
      Stream.of("50", "100", "150", "200")
          .map(at -> new ListingRequest(new AccessToken("t"), "", new Cursor(at), null))
          .toList();

  private static final PageAnswer FIRST = pageBefore("100");
  private static final PageAnswer SECOND = pageBefore("150");
  private static final PageAnswer THIRD = pageBefore("200");
  private static final PageAnswer LAST = new Asked(new Page(List.of(), null, null, 0));
  private static final PageAnswer BROKEN = new Asked(new Unavailable("502"));
  private static final PageAnswer PAUSE = new Asked(new Throttled(Duration.ofSeconds(7)));
  private static final PageAnswer EXPIRED = new Asked(new TokenExpired());

  @Test
  void pagesThatLeadToEachOtherAreTakenInOrder() {
    assertThat(joined(FIRST, SECOND, THIRD, LAST)).containsExactly(FIRST, SECOND, THIRD, LAST);
  }

  @Test
  void whatFollowsAPageThatLeadsElsewhereIsForgotten() {
    var shorter = pageBefore("130");
    assertThat(joined(FIRST, shorter, THIRD, LAST)).containsExactly(FIRST, shorter);
    assertThat(joined(FIRST, LAST, THIRD, LAST)).containsExactly(FIRST, LAST);
  }

  @Test
  void nothingIsTakenBehindAPageThatIsMissing() {
    assertThat(joined(FIRST, BROKEN, THIRD, LAST)).containsExactly(FIRST, BROKEN);
    assertThat(joined(FIRST, new NotAsked(), THIRD, BROKEN)).containsExactly(FIRST);
    assertThat(joined(FIRST, EXPIRED, THIRD, LAST)).containsExactly(FIRST);
    assertThat(joined(EXPIRED, SECOND, THIRD, LAST)).containsExactly(EXPIRED);
  }

  @Test
  void aWishForAPauseIsHeardWhereverItComes() {
    assertThat(joined(FIRST, SECOND, THIRD, PAUSE)).containsExactly(FIRST, SECOND, THIRD, PAUSE);
    assertThat(joined(FIRST, BROKEN, THIRD, PAUSE)).containsExactly(FIRST, PAUSE);
    assertThat(joined(EXPIRED, SECOND, PAUSE, LAST)).containsExactly(PAUSE);
    assertThat(joined(PAUSE, SECOND, THIRD, PAUSE)).containsExactly(PAUSE);
  }

  private static List<PageAnswer> joined(PageAnswer... answers) {
    return Joined.of(REQUESTS, List.of(answers));
  }

  private static PageAnswer pageBefore(String next) {
    return new Asked(new Page(List.of(), new Cursor(next), null, 0));
  }
}
