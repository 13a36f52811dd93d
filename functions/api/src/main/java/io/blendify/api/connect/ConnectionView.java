package io.blendify.api.connect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.core.provider.Listing;
import io.blendify.store.connection.Connection;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connected account, as its owner sees it.
 *
 * @param missingScopes what was not granted; the resources that need it are not read
 * @param daysUntilReconsent 0 on the last day and after it; null where consent does not end
 * @param reason why it is not active
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConnectionView(
    @Schema(example = "spotify") String provider,
    @JsonProperty("account_name") @Nullable String accountName,
    @Schema(allowableValues = {"active", "reconnect_required", "disabled"}) String status,
    @Nullable String reason,
    List<String> scopes,
    @JsonProperty("missing_scopes") List<String> missingScopes,
    @JsonProperty("consented_at") Instant consentedAt,
    @JsonProperty("consent_expires_at") @Nullable Instant consentExpiresAt,
    @JsonProperty("days_until_reconsent") @Nullable Long daysUntilReconsent) {

  static ConnectionView of(Connection connection, List<Listing> listings, Instant now) {
    var granted = connection.scopes();
    var missing =
        listings.stream()
            .filter(listing -> listing.provider().equals(connection.provider()))
            .flatMap(listing -> listing.scopes().stream())
            .filter(scope -> !granted.contains(scope))
            .distinct()
            .sorted()
            .toList();
    var ends = connection.consentExpiresAt();
    return new ConnectionView(
        connection.provider().value(),
        connection.providerUserName(),
        connection.status().label(),
        connection.statusDetail(),
        granted,
        missing,
        connection.consentedAt(),
        ends,
        daysLeft(ends, now));
  }

  /** Whole days until consent ends; null where it does not. */
  public static @Nullable Long daysLeft(@Nullable Instant ends, Instant now) {
    return ends == null ? null : Math.max(0, Duration.between(now, ends).toDays());
  }
}
