package io.blendify.api.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blendify.store.sync.SyncAnswer;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a wish, listing by listing. */
@Serdeable
record WishAnswers(List<Answer> items) {

  /**
   * One listing's part.
   *
   * @param jobId the job that reads it; null where there is a reason against it
   * @param started false where the job was open before
   * @param reason {@code cooldown}, {@code throttled}, {@code reconnect_required}, {@code
   *     disabled}, {@code unsupported}, {@code gone}; null where there is a job
   * @param possibleAt when it will be possible; null where time alone will not change it
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Answer(
      String provider,
      String resource,
      String listKey,
      @Nullable UUID jobId,
      boolean started,
      @Nullable String reason,
      @Nullable Instant possibleAt) {

    static Answer of(SyncAnswer answer) {
      return new Answer(
          answer.provider().value(),
          answer.resource(),
          answer.listKey(),
          answer.jobId(),
          answer.started(),
          answer.reason() == null ? null : answer.reason().label(),
          answer.possibleAt());
    }
  }
}
