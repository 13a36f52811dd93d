package io.blendify.api.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * HS256 under {@link SessionKey}; Micronaut signs and verifies tokens with it. Its own class for
 * that would keep the key that it was made with.
 */
@Singleton
@Named("generator")
final class SessionSignature implements SignatureGeneratorConfiguration {

  private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

  private final SessionKey key;

  SessionSignature(SessionKey key) {
    this.key = key;
  }

  @Override
  public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
    var token = new SignedJWT(new JWSHeader(ALGORITHM), claims);
    token.sign(new MACSigner(key.keys().getFirst()));
    return token;
  }

  @Override
  public boolean verify(SignedJWT token) throws JOSEException {
    for (var one : key.keys()) {
      if (token.verify(new MACVerifier(one))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean supports(JWSAlgorithm algorithm) {
    return ALGORITHM.equals(algorithm);
  }

  @Override
  public String supportedAlgorithmsMessage() {
    return "Only the " + ALGORITHM + " algorithm is supported";
  }
}
