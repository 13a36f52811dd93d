package io.blendify.core.provider;

/** A secret: what it prints is not the token. */
public record RefreshToken(String value) {

  @Override
  public String toString() {
    return "RefreshToken[…]";
  }
}
