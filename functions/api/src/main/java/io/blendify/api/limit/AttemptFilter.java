package io.blendify.api.limit;

import io.blendify.api.RequestSource;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Counts who signs in and up from where, before the body is read or a password is hashed. */
@ServerFilter(
    patterns = {"/v1/sessions/**", "/v1/users/**", "/sign-in/**", "/sign-up/**"},
    methods = HttpMethod.POST)
final class AttemptFilter implements Ordered {

  private final Attempts attempts;

  AttemptFilter(Attempts attempts) {
    this.attempts = attempts;
  }

  @RequestFilter
  void count(HttpRequest<?> request) {
    var address = RequestSource.of(request);
    if (request.getPath().matches("/(v1/sessions|sign-in)/?")) {
      attempts.signInFrom(address);
    } else {
      attempts.signUpFrom(address);
    }
  }

  /** After other sites were turned away, so that they cannot use up a visitor's attempts. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.before() + 1;
  }
}
