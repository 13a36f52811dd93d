package io.blendify.api.page;

import io.blendify.api.problem.ProblemException;
import java.util.List;

/**
 * A question before something that cannot be undone.
 *
 * @param lines what will happen
 * @param action where the form goes
 * @param verb on the button
 * @param back where a person goes who thinks better of it
 */
public record Confirmation(
    String question, List<String> lines, String action, String verb, String back) {

  public Confirmation {
    lines = List.copyOf(lines);
  }

  /**
   * @throws ProblemException 400 for a form that does not say that the person is sure
   */
  static void require(Form form) {
    if (!form.text("sure").equals("yes")) {
      throw ProblemException.invalid("sure", "must be ticked: this cannot be undone");
    }
  }
}
