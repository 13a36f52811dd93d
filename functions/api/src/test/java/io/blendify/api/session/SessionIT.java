package io.blendify.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.blendify.api.Api;
import io.blendify.api.Api.User;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SessionIT {
  static final Api API = Api.start();

  @Test
  void aTokenWithoutSignatureIsWorthNothing() throws Exception {
    var user = API.user("Target");
    var forged = new PlainJWT(claims(user)).serialize();
    assertThat(statusOf(forged)).isEqualTo(401);
  }

  @Test
  void aTokenUnderAnotherKeyIsWorthNothing() throws Exception {
    var user = API.user("Target");
    var forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(user));
    forged.sign(new MACSigner("x".repeat(32)));
    assertThat(statusOf(forged.serialize())).isEqualTo(401);
  }

  @Test
  void aWellSignedTokenNeedsItsSession() throws Exception {
    var user = API.user("Target");
    var other = API.user("Other");
    var session = SignedJWT.parse(other.token()).getJWTClaimsSet().getJWTID();
    var mixed = new JWTClaimsSet.Builder().subject(user.id().toString()).jwtID(session).build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), mixed);
    token.sign(new MACSigner(Base64.getDecoder().decode(Api.SESSION_KEY)));
    assertThat(statusOf(token.serialize())).isEqualTo(401);
  }

  @Test
  void aWriteWithTheCookieFromAnotherSiteIsRefused() {
    var user = API.user("Victim");
    for (var site : new String[] {"cross-site", "same-site", "none"}) {
      var answer = cookieDelete(user).header("sec-fetch-site", site).send();
      assertThat(answer.status()).as(site).isEqualTo(403);
      assertThat(answer.text("type")).isEqualTo("/problems/cross-site");
    }
    assertThat(cookieDelete(user).header("origin", "https://evil.test").send().status())
        .isEqualTo(403);
    assertThat(cookieDelete(user).header("origin", "null").send().status()).isEqualTo(403);
    assertThat(cookieDelete(user).send().status()).isEqualTo(403);
    assertThat(API.get("/v1/me").as(user).send().status()).isEqualTo(200);
  }

  @Test
  void aWriteWithTheCookieFromOurPagesIsDone() {
    assertThat(
            cookieDelete(API.user("One")).header("sec-fetch-site", "same-origin").send().status())
        .isEqualTo(204);
    assertThat(
            cookieDelete(API.user("Two")).header("origin", "http://127.0.0.1:8080").send().status())
        .isEqualTo(204);
  }

  @Test
  void anotherSiteCannotSignAnybodyIn() {
    var answer =
        API.post("/v1/sessions")
            .header("sec-fetch-site", "cross-site")
            .json("{\"email\": \"a@example.com\", \"password\": \"0123456789\"}")
            .send();
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void theCookieReads() {
    var user = API.user("Reader");
    assertThat(API.get("/v1/me").cookie("blendify_session", user.token()).send().status())
        .isEqualTo(200);
  }

  private static Api.Call cookieDelete(User user) {
    return API.delete("/v1/sessions/current").cookie("blendify_session", user.token());
  }

  private static JWTClaimsSet claims(User user) throws Exception {
    return SignedJWT.parse(user.token()).getJWTClaimsSet();
  }

  private static int statusOf(String token) {
    return API.get("/v1/me").header("authorization", "Bearer " + token).send().status();
  }
}
