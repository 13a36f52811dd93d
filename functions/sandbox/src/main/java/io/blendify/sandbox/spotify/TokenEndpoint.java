package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.Answer;
import io.blendify.sandbox.http.Query;
import io.blendify.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/token}: codes and refresh tokens in, access tokens out. */
final class TokenEndpoint {

  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private final Apps apps;
  private final Grants grants;

  TokenEndpoint(Apps apps, Grants grants) {
    this.apps = apps;
    this.grants = grants;
  }

  /** Who calls: an app that proved itself with its secret, or one that only gave its name. */
  private record Client(SpotifyApp app, boolean proven) {}

  Answer answer(Request request) {
    if (!request.method().equals("POST")) {
      return Answer.of(405, Errors.PLAIN, "Method Not Allowed").withHeader("Allow", "POST");
    }
    try {
      return issue(request, request.form()).withHeader("Cache-Control", "no-store");
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  /** The consent behind the code or the refresh token that is sent; null without a known one. */
  Grants.@Nullable Consent consent(Request request) {
    var form = request.form();
    return grants
        .findRefresh(form.get("refresh_token", ""))
        .map(Grants.Refresh::consent)
        .or(() -> grants.findCode(form.get("code", "")).map(Grants.Code::consent))
        .orElse(null);
  }

  private Answer issue(Request request, Query form) {
    var type = form.get("grant_type", "");
    if (type.isEmpty()) {
      return Errors.token(400, "unsupported_grant_type", "grant_type parameter is missing");
    }
    var client = client(request, form);
    return switch (type) {
      case "authorization_code" -> exchange(client, form);
      case "refresh_token" -> refresh(client, form);
      default ->
          Errors.token(400, "unsupported_grant_type", "grant_type " + type + " is not supported");
    };
  }

  private Answer exchange(Client client, Query form) {
    var code =
        grants
            .spend(form.get("code", ""))
            .orElseThrow(() -> invalidGrant("Invalid authorization code"));
    if (!code.consent().clientId().equals(client.app().clientId())) {
      throw invalidGrant("Invalid authorization code");
    }
    if (!code.redirectUri().equals(form.get("redirect_uri"))) {
      throw invalidGrant("Invalid redirect URI");
    }
    if (code.challenge() == null && !client.proven()) {
      throw invalidClient("Invalid client");
    }
    if (code.challenge() != null && !proves(form.get("code_verifier"), code.challenge())) {
      throw invalidGrant("code_verifier was incorrect");
    }
    return tokens(code.consent(), grants.refresh(code.consent(), !client.proven()));
  }

  private Answer refresh(Client client, Query form) {
    var token = form.get("refresh_token", "");
    var found = grants.findRefresh(token).orElseThrow(() -> invalidGrant("Refresh token revoked"));
    if (!found.consent().clientId().equals(client.app().clientId())) {
      throw invalidGrant("Invalid refresh token");
    }
    if (!found.isPublic() && !client.proven()) {
      throw invalidClient("Invalid client");
    }
    return switch (apps.switches(client.app().clientId()).refreshTokens()) {
      case OMITTED -> tokens(found.consent(), null);
      case REPEATED -> tokens(found.consent(), token);
      case ROTATED ->
          tokens(
              found.consent(),
              grants.rotate(token).orElseThrow(() -> invalidGrant("Refresh token revoked")));
    };
  }

  private Answer tokens(Grants.Consent consent, @Nullable String refreshToken) {
    var json = Json.object();
    json.put("access_token", grants.access(consent));
    json.put("token_type", "Bearer");
    json.put("expires_in", Grants.ACCESS_LIFE.toSeconds());
    if (refreshToken != null) {
      json.put("refresh_token", refreshToken);
    }
    json.put("scope", String.join(" ", consent.scopes().stream().sorted().toList()));
    return Answer.json(200, json.toString());
  }

  private Client client(Request request, Query form) {
    var header = request.header("Authorization").orElse("");
    if (!header.isEmpty() && !header.startsWith("Basic ")) {
      throw invalidClient("Invalid client");
    }
    var pair =
        header.isEmpty()
            ? form.get("client_id", "") + ":" + form.get("client_secret", "")
            : decoded(header);
    int colon = Math.max(0, pair.indexOf(':'));
    var app =
        apps.find(pair.substring(0, colon)).orElseThrow(() -> invalidClient("Invalid client"));
    boolean secretGiven = !header.isEmpty() || form.has("client_secret");
    if (secretGiven && !pair.substring(colon + 1).equals(app.secret())) {
      throw invalidClient("Invalid client secret");
    }
    return new Client(app, secretGiven);
  }

  private static String decoded(String basic) {
    try {
      return new String(
          Base64.getDecoder().decode(basic.substring(6).trim()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw invalidClient("Invalid client");
    }
  }

  private static boolean proves(@Nullable String verifier, String challenge) {
    if (verifier == null || !VERIFIER.matcher(verifier).matches()) {
      return false;
    }
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).equals(challenge);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal invalidGrant(String description) {
    return new Refusal(Errors.token(400, "invalid_grant", description));
  }

  private static Refusal invalidClient(String description) {
    return new Refusal(Errors.token(400, "invalid_client", description));
  }
}
