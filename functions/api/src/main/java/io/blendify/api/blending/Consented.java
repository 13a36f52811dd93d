package io.blendify.api.blending;

import io.blendify.api.problem.ProblemException;
import io.blendify.core.sync.Resource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources that a person lets a blend use. */
public final class Consented {

  /** The labels of all that can be consented to. */
  public static final List<String> ALL =
      Arrays.stream(Resource.values()).map(Resource::label).sorted().toList();

  private Consented() {}

  /**
   * Sorted labels, each once; all where nothing is said.
   *
   * @throws ProblemException 400 for none at all, and for what is no resource
   */
  public static List<String> of(@Nullable List<String> labels) {
    if (labels == null) {
      return ALL;
    }
    if (labels.isEmpty() || !ALL.containsAll(labels)) {
      throw ProblemException.invalid("resources", "must be some of " + String.join(", ", ALL));
    }
    return labels.stream().distinct().sorted().toList();
  }
}
