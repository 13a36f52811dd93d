package io.blendify.api.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Answers whoever is not signed in. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
@SuppressWarnings("rawtypes")
final class AuthorizationHandler
    implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> responses;

  AuthorizationHandler(ErrorResponseProcessor<?> responses) {
    this.responses = responses;
  }

  @Override
  public HttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
    var status = exception.isForbidden() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
    var response = HttpResponse.status(status);
    if (!exception.isForbidden()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return responses.processResponse(ErrorContext.builder(request).build(), response);
  }
}
