package io.blendify.api.problem;

import io.blendify.api.problem.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Its message is shown to whoever asked. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<FieldError> errors;
  private final transient @Nullable Duration retryAfter;

  private ProblemException(
      ProblemType type, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of(), null);
  }

  /** Also for what exists and belongs to somebody else: they look the same from outside. */
  public static ProblemException notFound(String what) {
    return of(ProblemType.NOT_FOUND, "There is no such " + what + ", or it is not yours to see.");
  }

  public static ProblemException conflict(String detail) {
    return of(ProblemType.CONFLICT, detail);
  }

  /** One part of the request breaks a rule that annotations cannot express. */
  public static ProblemException invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /**
   * @param errors at least one
   */
  public static ProblemException invalid(List<FieldError> errors) {
    var first = errors.getFirst();
    return new ProblemException(
        ProblemType.INVALID_REQUEST, first.field() + " " + first.message() + ".", errors, null);
  }

  /** Answered with 429 and {@code Retry-After}. */
  public static ProblemException notBefore(Duration pause, String detail) {
    return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail, List.of(), pause);
  }

  public ProblemType type() {
    return type;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
