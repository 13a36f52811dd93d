package io.blendify.providers.file;

import io.blendify.core.file.FileVerdict;
import java.io.IOException;

/** What is wrong with a whole file. It ends the reading wherever it is found. */
final class Refusal extends IOException {

  private static final long serialVersionUID = 1L;

  private final String problem;

  /**
   * @param problem a stable word, see {@link FileVerdict.Refused}
   * @param detail one sentence for the person
   */
  Refusal(String problem, String detail) {
    super(detail);
    this.problem = problem;
  }

  FileVerdict.Refused verdict() {
    return new FileVerdict.Refused(problem, String.valueOf(getMessage()));
  }

  static Refusal truncated(String what) {
    return new Refusal("truncated", what + " ends in the middle: export or upload it again.");
  }

  static Refusal zipBomb(String why) {
    return new Refusal("zip_bomb", "This zip unpacks to far more than an export would: " + why);
  }

  static Refusal encoding(String name, String what) {
    return new Refusal(
        "wrong_encoding", name + " is " + what + "; only UTF-8 is read. Save it as UTF-8.");
  }
}
