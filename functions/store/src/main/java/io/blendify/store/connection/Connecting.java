package io.blendify.store.connection;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ProfileOutcome.Found;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome.Granted;
import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what a person's consent brought: the connection, its tokens, and what is to be synced. */
@Singleton
public class Connecting {

  private final JdbcOperations jdbc;
  private final Connections connections;
  private final TokenCipher cipher;
  private final List<SignIn> signIns;
  private final List<Listing> listings;
  private final InstantSource clock;

  Connecting(
      JdbcOperations jdbc,
      Connections connections,
      TokenCipher cipher,
      List<SignIn> signIns,
      List<Listing> listings,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.connections = connections;
    this.cipher = cipher;
    this.signIns = List.copyOf(signIns);
    this.listings = List.copyOf(listings);
    this.clock = clock;
  }

  /**
   * Connects an account, or connects it again: then its tokens and its consent are the new ones,
   * and the listings that waited for them are due.
   */
  @Transactional
  public ConnectOutcome connect(UUID userId, ProviderId provider, Found account, Granted granted) {
    var holder = connections.findByAccount(provider, account.accountKey());
    if (holder.isPresent() && !holder.get().userId().equals(userId)) {
      return new ConnectOutcome.AccountTaken();
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!upsert(userId, provider, account, granted, now)) {
      return new ConnectOutcome.OtherAccountConnected();
    }
    var connection = connections.find(userId, provider).orElseThrow();
    enlist(connection, now);
    return new ConnectOutcome.Connected(connection);
  }

  private boolean upsert(
      UUID userId, ProviderId provider, Found account, Granted granted, Instant now) {
    return jdbc.prepareStatement(
        """
        INSERT INTO provider_connections (
          id, user_id, provider, provider_user_id, provider_user_name, owner_id,
          access_token_encrypted, refresh_token_encrypted, token_expires_at, scopes, status,
          consented_at, consent_expires_at, created_at, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'active', ?, ?, ?, ?)
        ON CONFLICT (user_id, provider) DO UPDATE
        SET provider_user_name = excluded.provider_user_name,
            owner_id = excluded.owner_id,
            access_token_encrypted = excluded.access_token_encrypted,
            refresh_token_encrypted = excluded.refresh_token_encrypted,
            token_expires_at = excluded.token_expires_at,
            token_version = provider_connections.token_version + 1,
            refresh_lease_until = NULL,
            scopes = excluded.scopes,
            status = CASE provider_connections.status
                       WHEN 'disabled' THEN 'disabled' ELSE 'active' END,
            status_detail = CASE provider_connections.status
                       WHEN 'disabled' THEN provider_connections.status_detail END,
            consented_at = excluded.consented_at,
            consent_expires_at = excluded.consent_expires_at,
            updated_at = excluded.updated_at
        WHERE provider_connections.provider_user_id = excluded.provider_user_id
        """,
        statement -> {
          statement.setObject(1, UUID.randomUUID());
          statement.setObject(2, userId);
          statement.setString(3, provider.value());
          statement.setString(4, account.accountKey());
          statement.setString(5, account.displayName());
          statement.setString(6, account.userId());
          tokens(statement, userId, provider, granted, now);
          var scopes = scopes(provider, granted).toArray();
          statement.setArray(10, statement.getConnection().createArrayOf("text", scopes));
          SqlTime.set(statement, 11, now);
          SqlTime.set(statement, 12, consentEnd(provider, now));
          SqlTime.set(statement, 13, now);
          SqlTime.set(statement, 14, now);
          return statement.executeUpdate() == 1;
        });
  }

  private void tokens(
      PreparedStatement statement, UUID userId, ProviderId provider, Granted granted, Instant now)
      throws SQLException {
    var access = TokenRow.accessPlace(userId, provider);
    statement.setBytes(7, cipher.seal(granted.access().value(), access));
    var refresh = granted.refresh();
    var place = TokenRow.refreshPlace(userId, provider);
    statement.setBytes(8, refresh == null ? null : cipher.seal(refresh.value(), place));
    SqlTime.set(statement, 9, now.plus(granted.lifetime()));
  }

  /** One row for each listing that the provider can supply; those that wait for consent are due. */
  private void enlist(Connection connection, Instant now) {
    var provider = connection.provider();
    var wanted =
        listings.stream()
            .filter(listing -> listing.provider().equals(provider))
            .flatMap(listing -> FirstListing.of(listing.resource()))
            .toList();
    jdbc.prepareStatement(
        """
        INSERT INTO provider_sync_status (
          connection_id, resource, list_key, user_id, provider, next_due_at, updated_at)
        SELECT ?, wanted.resource, wanted.list_key, ?, ?, ?, ?
        FROM unnest(?, ?) AS wanted (resource, list_key)
        ON CONFLICT (connection_id, resource, list_key) DO NOTHING
        """,
        statement -> {
          statement.setObject(1, connection.id());
          statement.setObject(2, connection.userId());
          statement.setString(3, provider.value());
          SqlTime.set(statement, 4, now);
          SqlTime.set(statement, 5, now);
          var resources = wanted.stream().map(FirstListing::resource).toArray();
          var keys = wanted.stream().map(FirstListing::listKey).toArray();
          statement.setArray(6, statement.getConnection().createArrayOf("text", resources));
          statement.setArray(7, statement.getConnection().createArrayOf("text", keys));
          return statement.executeUpdate();
        });
    jdbc.prepareStatement(
        """
        UPDATE provider_sync_status
        SET reason = NULL, detail = NULL, cooldown_until = NULL, next_due_at = ?, updated_at = ?
        WHERE connection_id = ? AND reason = 'reconnect_required'
        """,
        statement -> {
          SqlTime.set(statement, 1, now);
          SqlTime.set(statement, 2, now);
          statement.setObject(3, connection.id());
          return statement.executeUpdate();
        });
  }

  /** An answer without scopes granted what was asked for (RFC 6749, section 5.1). */
  private List<String> scopes(ProviderId provider, Granted granted) {
    if (!granted.scopes().isEmpty()) {
      return granted.scopes().stream().sorted().toList();
    }
    return listings.stream()
        .filter(listing -> listing.provider().equals(provider))
        .flatMap(listing -> listing.scopes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private @Nullable Instant consentEnd(ProviderId provider, Instant now) {
    for (var signIn : signIns) {
      var lifetime = signIn.consentLifetime();
      if (signIn.provider().equals(provider) && lifetime != null) {
        return now.atOffset(ZoneOffset.UTC).plus(lifetime).toInstant();
      }
    }
    return null;
  }
}
