package io.blendify.api.session;

import com.nimbusds.jose.JWSAlgorithm;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** HS256 under {@link SessionKey}; Micronaut signs and verifies tokens with it. */
@Factory
final class SessionSignature {

  /** The interface and not the class: Micronaut would look for the class's own settings. */
  @Singleton
  @Named("generator")
  SignatureGeneratorConfiguration signature(SessionKey key) {
    var settings = new SecretSignatureConfiguration("generator");
    settings.setSecret(key.base64());
    settings.setBase64(true);
    settings.setJwsAlgorithm(JWSAlgorithm.HS256);
    return new SecretSignature(settings);
  }
}
