package io.blendify.core.secret;

/** A secret is missing or unreadable. The message says which and what to do, and quotes nothing. */
public final class SecretFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SecretFault(String message) {
    super(message);
  }
}
