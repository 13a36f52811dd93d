package io.blendify.core.provider;

/** A secret: what it prints is not the token. */
public record AccessToken(String value) {

  @Override
  public String toString() {
    return "AccessToken[…]";
  }
}
