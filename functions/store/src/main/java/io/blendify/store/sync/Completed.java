package io.blendify.store.sync;

import java.util.List;

/**
 * What a completed run left.
 *
 * @param changed whether history has new rows: then the person's taste is to be built anew
 * @param appended entries that history did not have; of a list, all of its new version
 * @param followUps jobs that follow from it; their messages are still to be sent
 */
public record Completed(boolean changed, int appended, List<OutgoingJob> followUps) {

  public Completed {
    followUps = List.copyOf(followUps);
  }
}
