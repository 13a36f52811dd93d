package io.blendify.api.problem;

import io.blendify.api.html.Templates;
import io.blendify.api.problem.Problem.FieldError;
import io.blendify.store.DatabaseFault;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.exceptions.response.HateoasErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where any error becomes the answer that goes out: a problem, or a page of it for a
 * browser. Says what is wrong with the request, and nothing about the inside of the system.
 */
@Singleton
@Replaces(HateoasErrorResponseProcessor.class)
final class ProblemResponses implements ErrorResponseProcessor<Object> {

  /** A failover takes about half a minute, a sleeping database a quarter. */
  private static final String RETRY_AFTER_SECONDS = "10";

  private final Templates templates;

  ProblemResponses(Templates templates) {
    this.templates = templates;
  }

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var path = context.getRequest().getPath();
    var problem = problem(context.getRootCause().orElse(null), response.code(), path);
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (Templates.wantsHtml(context.getRequest())) {
      return response
          .status(problem.status())
          .<Object>body(page(problem))
          .contentType(MediaType.of(Templates.MEDIA_TYPE));
    }
    return response
        .status(problem.status())
        .<Object>body(problem)
        .contentType(MediaType.of(Problem.MEDIA_TYPE));
  }

  private String page(Problem problem) {
    var detail = problem.detail() == null ? "" : problem.detail();
    return templates.render(
        "problem", Map.of("title", problem.title(), "detail", detail, "status", problem.status()));
  }

  private static Problem problem(@Nullable Throwable cause, int status, String path) {
    return switch (cause) {
      case ProblemException ours -> Problem.of(ours.type(), ours.getMessage(), path, ours.errors());
      case ConstraintViolationException broken -> invalid(errors(broken), path);
      case ConversionErrorException unreadable -> conversion(unreadable, path);
      case UnsatisfiedArgumentException missing -> missing(missing.getArgument(), path);
      case UnsatisfiedRouteException missing -> missing(missing.getArgument(), path);
      case JsonSyntaxException broken -> malformed(broken, path);
      case CodecException broken -> malformed(broken, path);
      case SerdeException broken -> malformed(broken, path);
      case null -> Problem.of(ProblemType.of(status), detail(status, path), path);
      case Throwable fault when DatabaseFault.passes(fault) ->
          Problem.of(ProblemType.UNAVAILABLE, "Send the same request again in some seconds.", path);
      case Throwable fault when DatabaseFault.refusesText(fault) ->
          Problem.of(
              ProblemType.INVALID_REQUEST, "A text has a character that cannot be kept.", path);
      default -> Problem.of(ProblemType.of(status), detail(status, path), path);
    };
  }

  private static @Nullable String detail(int status, String path) {
    return switch (status) {
      case 404 -> "Nothing answers at " + path + ".";
      case 401 -> "Send a session token, as a bearer or in the session cookie.";
      case 415 -> "Send JSON, with Content-Type: application/json.";
      default -> null;
    };
  }

  private static Problem malformed(@Nullable Throwable cause, String path) {
    var field = Unreadable.field(cause);
    if (field.isPresent()) {
      return invalid(List.of(new FieldError(field.get(), "has a value that cannot be read")), path);
    }
    return Problem.of(
        ProblemType.MALFORMED_JSON, "The body cannot be read as the JSON described here.", path);
  }

  private static Problem invalid(List<FieldError> errors, String path) {
    var first = errors.getFirst();
    var detail = first.field() + " " + first.message() + ".";
    return Problem.of(ProblemType.INVALID_REQUEST, detail, path, errors);
  }

  private static Problem missing(Argument<?> argument, String path) {
    if (isBody(argument)) {
      return Problem.of(ProblemType.MALFORMED_JSON, "A JSON body is missing.", path);
    }
    return invalid(List.of(new FieldError(argument.getName(), "is missing")), path);
  }

  private static Problem conversion(ConversionErrorException exception, String path) {
    var cause = exception.getConversionError().getCause();
    if (isBody(exception.getArgument())
        || cause instanceof IOException
        || cause instanceof CodecException) {
      return malformed(cause, path);
    }
    var field = exception.getArgument().getName();
    return invalid(List.of(new FieldError(field, "has a value that cannot be read")), path);
  }

  private static boolean isBody(Argument<?> argument) {
    return argument.getAnnotationMetadata().hasAnnotation(Body.class);
  }

  private static List<FieldError> errors(ConstraintViolationException exception) {
    var errors = new ArrayList<FieldError>();
    for (ConstraintViolation<?> violation : exception.getConstraintViolations()) {
      errors.add(new FieldError(field(violation), violation.getMessage()));
    }
    errors.sort(Comparator.comparing(FieldError::field).thenComparing(FieldError::message));
    return errors.isEmpty() ? List.of(new FieldError("request", "is not valid")) : errors;
  }

  /** The path without the method and the name of its body parameter. */
  private static String field(ConstraintViolation<?> violation) {
    var names = new ArrayList<String>();
    String parameter = "";
    for (var node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() != ElementKind.METHOD && node.getName() != null) {
        names.add(Unreadable.snake(node.getName()));
      }
    }
    return names.isEmpty() ? parameter : String.join(".", names);
  }
}
