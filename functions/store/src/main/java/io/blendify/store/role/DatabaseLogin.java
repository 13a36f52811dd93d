package io.blendify.store.role;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the database is and as whom to sign in.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 */
@ConfigurationProperties("blendify.database")
public record DatabaseLogin(
    @Bindable(defaultValue = "jdbc:postgresql://127.0.0.1:5432/blendify") String url,
    @Bindable(defaultValue = DatabaseRoles.APP) String user,
    @Bindable(defaultValue = "") String password) {

  public DatabaseLogin withPassword(String other) {
    return new DatabaseLogin(url, user, other);
  }

  DatabaseLogin as(String otherUser, String otherPassword) {
    return new DatabaseLogin(url, otherUser, otherPassword);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
