package io.blendify.store.people;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.ProfileOutcome.Found;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.store.connection.ConnectOutcome;
import io.blendify.store.connection.Connecting;
import io.blendify.store.connection.Connections;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** People who come with an account at a provider in place of a password. */
@Singleton
public class Arrivals {
  private static final int NAME_LENGTH = 80;

  private final Users users;
  private final Connections connections;
  private final Connecting connecting;
  private final InstantSource clock;

  Arrivals(Users users, Connections connections, Connecting connecting, InstantSource clock) {
    this.users = users;
    this.connections = connections;
    this.connecting = connecting;
    this.clock = clock;
  }

  /** Connects whoever owns the account here already; otherwise a new person. All or nothing. */
  @Transactional
  public ConnectOutcome arrive(ProviderId provider, Found account, Granted granted) {
    var known = connections.findByAccount(provider, account.accountKey());
    var userId = known.isPresent() ? known.get().userId() : newPerson(provider, account);
    return connecting.connect(userId, provider, account, granted);
  }

  private UUID newPerson(ProviderId provider, Found account) {
    var id = UUID.randomUUID();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    users.insert(id, null, name(provider, account), null, account.imageUrl(), now);
    return id;
  }

  private static String name(ProviderId provider, Found account) {
    var given = account.displayName() == null ? "" : account.displayName().strip();
    var clean = given.replaceAll("\\p{Cntrl}", "");
    if (clean.isBlank()) {
      return "Somebody from " + provider;
    }
    return clean.substring(
        0,
        clean.offsetByCodePoints(
            0, Math.min(NAME_LENGTH, clean.codePointCount(0, clean.length()))));
  }
}
