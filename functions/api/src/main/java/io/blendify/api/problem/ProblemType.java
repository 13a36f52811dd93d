package io.blendify.api.problem;

import io.micronaut.http.HttpStatus;
import java.net.URI;
import java.util.Locale;

/** What can go wrong with a request. The type's address never changes; clients switch on it. */
public enum ProblemType {
  MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is not the JSON that is expected here"),
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Something in the request is missing or out of bounds"),
  INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The cursor does not belong to this listing"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign in first"),
  WRONG_CREDENTIALS(HttpStatus.UNAUTHORIZED, "E-mail address and password do not match"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "This is not yours to do"),
  CROSS_SITE(HttpStatus.FORBIDDEN, "The request came from another site"),
  CONSENT_DENIED(HttpStatus.FORBIDDEN, "Consent was not given"),
  CONNECT_REFUSED(HttpStatus.BAD_REQUEST, "This way back from the provider is closed"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address has no such method"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer has none of the accepted formats"),
  CONFLICT(HttpStatus.CONFLICT, "It contradicts what is there already"),
  GONE(HttpStatus.GONE, "It was here and is no more"),
  TOO_LARGE(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body has another format"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Not so soon again"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Our database is away for a moment"),
  PROVIDER_FAILED(HttpStatus.BAD_GATEWAY, "The music provider did not play along"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something broke on our side");

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  public HttpStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Relative to the API's root: {@code /problems/not-found}. */
  public URI uri() {
    return URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The general type for a status that some other part decided upon. */
  public static ProblemType of(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> CONFLICT;
      case 410 -> GONE;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 429 -> TOO_MANY_REQUESTS;
      default -> status < 500 ? INVALID_REQUEST : INTERNAL;
    };
  }
}
