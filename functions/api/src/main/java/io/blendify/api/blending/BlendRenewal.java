package io.blendify.api.blending;

import io.blendify.api.paging.Place;
import io.blendify.store.blending.Blend;
import io.blendify.store.blending.Blends;
import io.blendify.store.blending.Participants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Computes blends anew, from who remains, after somebody's data went. */
@Singleton
public class BlendRenewal {
  private static final int AT_ONCE = 1_000;

  private final Blends blends;
  private final Participants participants;
  private final BlendWork work;

  BlendRenewal(Blends blends, Participants participants, BlendWork work) {
    this.blends = blends;
    this.participants = participants;
    this.work = work;
  }

  /** The blends that this person takes part in; ask before the person goes. */
  public List<UUID> blendsOf(UUID userId) {
    var newest = Place.of(null);
    return blends.findByParticipant(userId, newest.at(), newest.id(), AT_ONCE).stream()
        .map(Blend::id)
        .toList();
  }

  /** Those that are still there, once the data is gone. */
  public void renew(List<UUID> ids) {
    for (var id : ids) {
      if (!participants.findByBlend(id).isEmpty()) {
        work.ask(id);
      }
    }
  }
}
