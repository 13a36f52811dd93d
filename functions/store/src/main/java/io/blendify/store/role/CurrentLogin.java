package io.blendify.store.role;

import io.blendify.core.secret.Secret;
import io.blendify.core.secret.Secrets;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How to sign in at this moment, for who does without the pool. */
@Singleton
public final class CurrentLogin {

  private final DatabaseLogin settings;
  private final Secret<String> password;

  CurrentLogin(DatabaseLogin settings, Secrets secrets) {
    this.settings = settings;
    this.password = SigningIn.password(secrets);
  }

  /** With the password that counts now; throws SecretFault where it cannot be read. */
  public DatabaseLogin get() {
    return settings.withPassword(password.renewed(Duration.ZERO));
  }
}
