package io.blendify.store.blending;

import io.blendify.store.blend.BlendRefreshes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changes who takes part, each in one transaction. */
@Singleton
public class Blending {

  private final Blends blends;
  private final Participants participants;
  private final Consents consents;
  private final Invitations invitations;
  private final BlendRefreshes refreshes;
  private final InstantSource clock;

  Blending(
      Blends blends,
      Participants participants,
      Consents consents,
      Invitations invitations,
      BlendRefreshes refreshes,
      InstantSource clock) {
    this.blends = blends;
    this.participants = participants;
    this.consents = consents;
    this.invitations = invitations;
    this.refreshes = refreshes;
    this.clock = clock;
  }

  /**
   * A new blend, in which its creator takes part with these resources.
   *
   * @param config a JSON object
   */
  @Transactional
  public UUID create(
      UUID userId,
      String name,
      @Nullable String description,
      String algorithm,
      String config,
      List<String> resources) {
    var id = UUID.randomUUID();
    var now = now();
    blends.insert(id, name, description, userId, algorithm, config, now);
    participants.join(UUID.randomUUID(), id, userId, now);
    consents.append(userId, id, resources, true, now);
    return id;
  }

  /** Accepts an invitation, with consent to these resources. */
  @Transactional
  public JoinOutcome accept(byte[] tokenHash, UUID userId, List<String> resources) {
    var found = invitations.findByToken(tokenHash);
    if (found.isEmpty()) {
      return new JoinOutcome.Unknown();
    }
    var invitation = found.get();
    var blendId = invitation.blendId();
    if (participants.takesPart(blendId, userId)) {
      return new JoinOutcome.TookPartAlready(blendId);
    }
    var now = now();
    if (invitations.accept(invitation.id(), userId, now) == 0) {
      return new JoinOutcome.Closed();
    }
    participants.join(UUID.randomUUID(), blendId, userId, now);
    consents.append(userId, blendId, resources, true, now);
    return new JoinOutcome.Joined(blendId);
  }

  /** Takes part with other resources from now on. What was computed with the old ones is hidden. */
  @Transactional
  public void consent(UUID blendId, UUID userId, List<String> resources) {
    var now = now();
    consents.append(userId, blendId, resources, true, now);
    refreshes.withdraw(blendId, userId, now);
  }

  /**
   * Leaves: nothing that was computed with this person is shown from now on. A creator passes the
   * blend on.
   *
   * @return false for a creator with whom nobody takes part, and for who does not take part
   */
  @Transactional
  public boolean leave(UUID blendId, UUID userId, boolean isCreator) {
    var now = now();
    if (isCreator && blends.passOn(blendId, userId, now) == 0) {
      return false;
    }
    if (participants.leave(blendId, userId) == 0) {
      return false;
    }
    consents.append(userId, blendId, List.of(), false, now);
    refreshes.withdraw(blendId, userId, now);
    return true;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
