package io.blendify.api.user;

import io.blendify.api.limit.Attempts;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.problem.ProblemType;
import io.blendify.api.session.SessionTokens;
import io.blendify.api.session.SessionTokens.IssuedSession;
import io.blendify.store.PostgresText;
import io.blendify.store.people.UserRow;
import io.blendify.store.people.Users;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/** Signing up and signing in with e-mail address and password. */
@Singleton
public final class Accounts {

  private final Users users;
  private final Passwords passwords;
  private final SessionTokens sessions;
  private final Attempts attempts;
  private final InstantSource clock;

  Accounts(
      Users users,
      Passwords passwords,
      SessionTokens sessions,
      Attempts attempts,
      InstantSource clock) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * @throws ProblemException 409 where the address has an account already
   */
  public UserRow signUp(SignUp wish) {
    var id = UUID.randomUUID();
    var email = normal(wish.email());
    var hash = passwords.hash(wish.password());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (users.insert(id, email, wish.displayName().strip(), hash, null, now) == 0) {
      throw ProblemException.conflict("This e-mail address has an account. Sign in instead.");
    }
    return users.find(id).orElseThrow();
  }

  /**
   * @throws ProblemException 401, the same for a wrong password and for nobody of that address; 429
   *     after too many of them, the same again
   */
  public IssuedSession signIn(Credentials credentials) {
    var email = normal(credentials.email());
    attempts.password(email);
    var user = users.findByEmail(email);
    var hash = user.map(UserRow::passwordHash).orElse(null);
    if (!passwords.matches(credentials.password(), hash)) {
      throw ProblemException.of(
          ProblemType.WRONG_CREDENTIALS, "No account has this e-mail address and password.");
    }
    attempts.passwordWasRight(email);
    return sessions.open(user.orElseThrow().id());
  }

  /** With what no address has, it is nobody's. */
  private static String normal(String email) {
    return PostgresText.of(email.strip().toLowerCase(Locale.ROOT));
  }
}
