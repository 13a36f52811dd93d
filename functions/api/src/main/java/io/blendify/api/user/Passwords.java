package io.blendify.api.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one
 * lane.
 */
@Singleton
public final class Passwords {
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /** With a fresh random salt, in the PHC string format. */
  public String hash(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
  }

  /**
   * Whether it is the password. Takes the same work where there is no hash to compare with, so that
   * time does not tell which addresses have an account.
   *
   * @param hash null where there is no such person, or no password
   */
  public boolean matches(String password, @Nullable String hash) {
    if (hash == null) {
      hash(password);
      return false;
    }
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }
}
