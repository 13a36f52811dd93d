package io.blendify.store.connection;

import io.blendify.core.provider.AccessToken;
import java.time.Duration;

/** What became of the wish for a usable access token. */
public sealed interface TokenAnswer {

  /** A token that is good for at least a minute, as far as one can know. */
  record Usable(AccessToken token) implements TokenAnswer {}

  /** Only the person can restore access; the connection is marked and its open jobs have ended. */
  record ReconnectRequired(String detail) implements TokenAnswer {}

  /** Nothing is lost; ask again after the pause. */
  record TryLater(Duration pause, String detail) implements TokenAnswer {}

  /** The provider refuses this installation's app, or the operator switched the connection off. */
  record AppRefused(String detail) implements TokenAnswer {}
}
