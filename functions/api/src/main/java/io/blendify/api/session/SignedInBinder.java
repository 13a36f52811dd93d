package io.blendify.api.session;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.Claims;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Gives controllers the {@link SignedIn} of the request. */
@Singleton
final class SignedInBinder implements TypedRequestArgumentBinder<SignedIn> {

  @Override
  public Argument<SignedIn> argumentType() {
    return Argument.of(SignedIn.class);
  }

  @Override
  public BindingResult<SignedIn> bind(
      ArgumentConversionContext<SignedIn> context, HttpRequest<?> source) {
    var found = source.getUserPrincipal(Authentication.class).map(SignedInBinder::signedIn);
    return () -> found;
  }

  private static SignedIn signedIn(Authentication authentication) {
    var session = String.valueOf(authentication.getAttributes().get(Claims.TOKEN_ID));
    return new SignedIn(UUID.fromString(authentication.getName()), UUID.fromString(session));
  }
}
