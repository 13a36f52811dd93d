package io.blendify.store.blending;

import java.util.UUID;

/** How the wish to accept an invitation ended. */
public sealed interface JoinOutcome {

  /** They take part now. */
  record Joined(UUID blendId) implements JoinOutcome {}

  /** They took part before; the invitation stays open for somebody else. */
  record TookPartAlready(UUID blendId) implements JoinOutcome {}

  /** It was used, revoked, or ran out. */
  record Closed() implements JoinOutcome {}

  /** No invitation has this token. */
  record Unknown() implements JoinOutcome {}
}
