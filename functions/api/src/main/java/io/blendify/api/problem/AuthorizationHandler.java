package io.blendify.api.problem;

import io.blendify.api.html.Templates;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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
    if (!exception.isForbidden() && isPage(request)) {
      return HttpResponse.seeOther(signIn(request));
    }
    var status = exception.isForbidden() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
    var response = HttpResponse.status(status);
    if (!exception.isForbidden()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return responses.processResponse(ErrorContext.builder(request).build(), response);
  }

  private static boolean isPage(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET
        && !request.getPath().startsWith("/v1")
        && Templates.wantsHtml(request);
  }

  /** Back to the page that was asked for, afterwards. */
  private static URI signIn(HttpRequest<?> request) {
    var path = URLEncoder.encode(request.getPath(), StandardCharsets.UTF_8);
    return URI.create("/sign-in?return_to=" + path);
  }
}
