package io.blendify.core.provider;

/**
 * Where the next page of a listing starts. Opaque to everybody but the provider that made it.
 *
 * @param value non-empty text
 */
public record Cursor(String value) {
  public Cursor {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an empty cursor leads nowhere");
    }
  }
}
