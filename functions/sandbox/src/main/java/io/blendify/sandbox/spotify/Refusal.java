package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.Answer;

/**
 * Ends a call early with an error of the provider; thrown inside of this package and always caught
 * there.
 */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Refusal(Answer answer) {
    super(answer.body(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
