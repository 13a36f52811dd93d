package io.blendify.api.blending;

import io.blendify.api.problem.ProblemException;
import io.blendify.api.problem.ProblemType;
import io.blendify.api.session.Secrets;
import io.blendify.store.blending.Blending;
import io.blendify.store.blending.Invitation;
import io.blendify.store.blending.Invitations;
import io.blendify.store.blending.JoinOutcome;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows invitations to who holds their token, and lets them in. */
@Singleton
public class InvitationDesk {
  private static final int MAX_TOKEN = 100;

  private final Invitations invitations;
  private final Blending blending;
  private final BlendWork work;
  private final InstantSource clock;

  InvitationDesk(Invitations invitations, Blending blending, BlendWork work, InstantSource clock) {
    this.invitations = invitations;
    this.blending = blending;
    this.work = work;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 404 for an unknown token, 410 for an invitation that is over
   */
  public Invitation look(String token) {
    var found =
        token.length() > MAX_TOKEN
            ? Optional.<Invitation>empty()
            : invitations.findByToken(Secrets.hash(token));
    var invitation = found.orElseThrow(() -> ProblemException.notFound("invitation"));
    if (!invitation.isOpen(clock.instant())) {
      throw over();
    }
    return invitation;
  }

  /**
   * @return the blend that they take part in now
   * @throws ProblemException 404 and 410 as above, 409 for who takes part already
   */
  public UUID accept(String token, UUID userId, @Nullable List<String> resources) {
    var consented = Consented.of(resources);
    look(token);
    return switch (blending.accept(Secrets.hash(token), userId, consented)) {
      case JoinOutcome.Joined(var blendId) -> {
        work.ask(blendId);
        yield blendId;
      }
      case JoinOutcome.TookPartAlready _ ->
          throw ProblemException.conflict("You take part in this blend already.");
      case JoinOutcome.Closed _ -> throw over();
      case JoinOutcome.Unknown _ -> throw ProblemException.notFound("invitation");
    };
  }

  private static ProblemException over() {
    return ProblemException.of(
        ProblemType.GONE, "This invitation was used, revoked, or is too old. Ask for another.");
  }
}
