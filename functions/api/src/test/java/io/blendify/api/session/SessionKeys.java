package io.blendify.api.session;

/** Keys for tests of what rests on them. */
public final class SessionKeys {
  private SessionKeys() {}

  /**
   * @param text base64, several keys separated by spaces
   */
  public static SessionKey of(String text) {
    return SessionKey.of(text);
  }
}
