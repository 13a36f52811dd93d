package io.blendify.store.connection;

/** How connecting an account ended. */
public sealed interface ConnectOutcome {

  /** It is connected, for the first time or again; its listings are due. */
  record Connected(Connection connection) implements ConnectOutcome {}

  /** Another person has connected this account. */
  record AccountTaken() implements ConnectOutcome {}

  /** The person has another account of this provider connected and must disconnect it first. */
  record OtherAccountConnected() implements ConnectOutcome {}
}
