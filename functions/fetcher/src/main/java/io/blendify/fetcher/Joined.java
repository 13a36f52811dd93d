package io.blendify.fetcher;

import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.FetchOutcome.QuotaSpent;
import io.blendify.core.provider.FetchOutcome.Throttled;
import io.blendify.core.provider.FetchOutcome.TokenExpired;
import io.blendify.core.provider.ListingRequest;
import io.blendify.fetcher.PageAnswer.Asked;
import io.blendify.fetcher.PageAnswer.NotAsked;
import java.util.ArrayList;
import java.util.List;

/**
 * What pages that were asked for at the same time say, put as if they had been asked for one after
 * the other: pages as long as each is the one that the page before leads to, and at most one answer
 * of another kind, as the last. What does not join is forgotten, and asked for again in its turn.
 */
final class Joined {

  private Joined() {}

  /**
   * Joins the answers to these requests.
   *
   * @return not empty; a wish for a pause is heard wherever it came
   */
  static List<PageAnswer> of(List<ListingRequest> requests, List<PageAnswer> answers) {
    var joined = new ArrayList<PageAnswer>(List.of(answers.getFirst()));
    for (int nth = 1; nth < answers.size() && continues(joined, requests, answers, nth); nth++) {
      joined.add(answers.get(nth));
    }
    answers.stream().filter(Joined::isPause).findFirst().ifPresent(pause -> end(joined, pause));
    return joined;
  }

  private static boolean continues(
      List<PageAnswer> joined, List<ListingRequest> requests, List<PageAnswer> answers, int nth) {
    return joined.getLast() instanceof Asked(Page page)
        && page.next() != null
        && page.next().equals(requests.get(nth).cursor())
        && !(answers.get(nth) instanceof NotAsked)
        && !(answers.get(nth) instanceof Asked(TokenExpired _));
  }

  private static boolean isPause(PageAnswer answer) {
    return answer instanceof Asked(Throttled _) || answer instanceof Asked(QuotaSpent _);
  }

  private static void end(List<PageAnswer> joined, PageAnswer pause) {
    if (!(joined.getLast() instanceof Asked(Page _))) {
      joined.removeLast();
    }
    joined.add(pause);
  }
}
