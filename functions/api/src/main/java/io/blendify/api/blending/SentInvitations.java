package io.blendify.api.blending;

import io.blendify.api.paging.Cursors;
import io.blendify.api.paging.Page;
import io.blendify.api.paging.Place;
import io.blendify.api.problem.ProblemException;
import io.blendify.store.blending.Invitations;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invitations to a blend, for who owns it: to see what is open, and to take it back. */
@Singleton
public class SentInvitations {

  private final BlendKeeper keeper;
  private final Invitations invitations;
  private final Cursors cursors;
  private final InstantSource clock;

  SentInvitations(
      BlendKeeper keeper, Invitations invitations, Cursors cursors, InstantSource clock) {
    this.keeper = keeper;
    this.invitations = invitations;
    this.cursors = cursors;
    this.clock = clock;
  }

  public Page<SentInvitationView> list(
      UUID blendId, UUID userId, @Nullable String cursor, int limit) {
    keeper.own(blendId, userId);
    var scope = "invitations:" + blendId + ":" + userId;
    var from = Place.of(cursors.decode(scope, cursor));
    var rows = invitations.findByBlend(blendId, from.at(), from.id(), limit + 1);
    var page =
        Page.of(
            rows,
            limit,
            row -> cursors.encode(scope, new Place(row.createdAt(), row.id()).parts()));
    var now = clock.instant();
    return new Page<>(
        page.items().stream().map(row -> SentInvitationView.of(row, now)).toList(),
        page.nextCursor());
  }

  /**
   * Nobody can accept it from now on. Taken back before, or too old: that is as good.
   *
   * @throws ProblemException 404 for an invitation to another blend, 409 for one that was accepted
   */
  public void revoke(UUID blendId, UUID id, UUID userId) {
    keeper.own(blendId, userId);
    if (invitations.revoke(id, blendId, clock.instant()) == 0) {
      throw invitations.find(id, blendId).isEmpty()
          ? ProblemException.notFound("invitation")
          : ProblemException.conflict("Somebody accepted this invitation already.");
    }
  }
}
