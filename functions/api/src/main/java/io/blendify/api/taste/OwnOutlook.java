package io.blendify.api.taste;

import io.blendify.api.blending.Consented;
import io.blendify.api.problem.ProblemException;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.store.outlook.FindablePeople;
import io.blendify.store.outlook.Outlooks;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who listens like a person, among those who agreed to be found, and what the person may like. */
@Singleton
public final class OwnOutlook {

  private final FindablePeople findable;
  private final Outlooks outlooks;
  private final MessageQueue queue;
  private final InstantSource clock;

  OwnOutlook(FindablePeople findable, Outlooks outlooks, MessageQueue queue, InstantSource clock) {
    this.findable = findable;
    this.outlooks = outlooks;
    this.queue = queue;
    this.clock = clock;
  }

  /** Whether the person can be found. */
  public Findable findable(UUID userId) {
    return findable.find(userId).map(Findable::of).orElse(Findable.NOT);
  }

  /**
   * Lets the person be found.
   *
   * @param resources by which they can be compared; null for all
   * @throws ProblemException 400 for none, and for what is no resource
   */
  public Findable agree(UUID userId, @Nullable List<String> resources) {
    findable.agree(userId, Consented.of(resources), now());
    return findable(userId);
  }

  /** From now on nobody finds the person. */
  public void withdraw(UUID userId) {
    findable.withdraw(userId);
  }

  /**
   * Most alike first, at most 20.
   *
   * @throws ProblemException 409 for who cannot be found either
   */
  public Outlook<NeighbourView> neighbours(UUID userId) {
    if (findable.find(userId).isEmpty()) {
      throw ProblemException.conflict(
          "Whoever wants to find others agrees to be found: PUT /v1/me/findable.");
    }
    var built = ask(userId);
    return new Outlook<>(
        outlooks.neighbours(userId).stream().map(NeighbourView::of).toList(), built);
  }

  /** At most 30 tracks that the person does not have. */
  public Outlook<SuggestionView> suggestions(UUID userId) {
    var built = ask(userId);
    return new Outlook<>(
        outlooks.suggestions(userId).stream().map(SuggestionView::of).toList(), built);
  }

  private @Nullable Instant ask(UUID userId) {
    var built = outlooks.ask(userId, now());
    if (outlooks.isDue(userId, now())) {
      queue.send(QueueName.TASTE, List.of(userId), Duration.ZERO);
    }
    return built.orElse(null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
