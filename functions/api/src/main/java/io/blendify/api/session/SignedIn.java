package io.blendify.api.session;

import java.security.Principal;
import java.util.UUID;

/** Who is asking. A controller that takes one is only reached by a live session. */
public record SignedIn(UUID userId, UUID sessionId) implements Principal {

  @Override
  public String getName() {
    return userId.toString();
  }
}
