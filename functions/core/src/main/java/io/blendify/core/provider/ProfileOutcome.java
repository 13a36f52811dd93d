package io.blendify.core.provider;

import org.jspecify.annotations.Nullable;

/** How the question whose account this is ended. */
public sealed interface ProfileOutcome {

  /**
   * The account.
   *
   * @param accountKey what identifies it for good at this provider
   * @param userId how it is named in the provider's other answers (owners, added by)
   */
  record Found(
      String accountKey, String userId, @Nullable String displayName, @Nullable String imageUrl)
      implements ProfileOutcome {}

  /** The provider lets nobody in, or not this account: an operator's case. */
  record AppRefused(String detail) implements ProfileOutcome {}

  /** No answer that can be used; trying again may help. */
  record Unavailable(String detail) implements ProfileOutcome {}
}
