package io.blendify.store.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blendify.core.ProviderId;

/**
 * Where a sealed secret belongs. It is bound to the secret: moved to another person's row, another
 * provider or another column, the secret cannot be opened.
 *
 * @param owner a user id, or what else identifies the row; one line
 * @param field the column's name
 */
public record SecretPlace(String owner, ProviderId provider, String field) {

  public SecretPlace {
    if (owner.indexOf('\n') >= 0 || field.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line break would make two places look the same");
    }
  }

  byte[] associatedData() {
    return String.join("\n", owner, provider.value(), field).getBytes(UTF_8);
  }
}
