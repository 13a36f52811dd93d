package io.blendify.api.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Answers our own {@link ProblemException}. */
@Singleton
@SuppressWarnings("rawtypes")
final class ProblemExceptionHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {

  private final ErrorResponseProcessor<?> responses;

  ProblemExceptionHandler(ErrorResponseProcessor<?> responses) {
    this.responses = responses;
  }

  @Override
  public HttpResponse<?> handle(HttpRequest request, ProblemException exception) {
    var response = HttpResponse.status(exception.type().status());
    var pause = exception.retryAfter();
    if (pause != null) {
      response.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, pause.toSeconds())));
    }
    var context = ErrorContext.builder(request).cause(exception).build();
    return responses.processResponse(context, response);
  }
}
