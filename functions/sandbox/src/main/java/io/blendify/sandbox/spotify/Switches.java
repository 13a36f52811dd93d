package io.blendify.sandbox.spotify;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the provider treats one app, until it is switched otherwise.
 *
 * @param withheldScopes scopes that people do not grant although they are asked for
 * @param registered keys of the people in the app's user list; null when everybody may use it
 * @param premium whether the app's owner has the subscription that development mode asks for
 * @param answersItems whether {@code /playlists/{id}/items} exists for the app
 */
public record Switches(
    Shape shape,
    RefreshTokens refreshTokens,
    Set<String> withheldScopes,
    @Nullable Set<String> registered,
    boolean premium,
    boolean answersItems) {

  public Switches {
    withheldScopes = Set.copyOf(withheldScopes);
    registered = registered == null ? null : Set.copyOf(registered);
  }

  /**
   * The newest kind of app: new fields only, refresh without a new refresh token, everybody
   * admitted.
   */
  public static Switches standard() {
    return new Switches(Shape.NEW_ONLY, RefreshTokens.OMITTED, Set.of(), null, true, true);
  }

  public Switches withShape(Shape other) {
    return new Switches(other, refreshTokens, withheldScopes, registered, premium, answersItems);
  }

  public Switches withRefreshTokens(RefreshTokens other) {
    return new Switches(shape, other, withheldScopes, registered, premium, answersItems);
  }

  public Switches withholding(Set<String> scopes) {
    return new Switches(shape, refreshTokens, scopes, registered, premium, answersItems);
  }

  public Switches registeredOnly(Set<String> people) {
    return new Switches(shape, refreshTokens, withheldScopes, people, premium, answersItems);
  }

  public Switches withPremium(boolean other) {
    return new Switches(shape, refreshTokens, withheldScopes, registered, other, answersItems);
  }

  public Switches withItemsAddress(boolean other) {
    return new Switches(shape, refreshTokens, withheldScopes, registered, premium, other);
  }
}
