package io.blendify.bench;

import java.util.function.Consumer;

/** Something that is measured. To add one, write it and name it in {@link Figures}. */
public interface Figure {

  /** {@code blend} */
  String name();

  /** What is measured against what, in one line for people. */
  String what();

  /**
   * Measures and hands over each result as soon as there is one. Ours and the baseline are measured
   * in turns in the same run, so that a busy machine slows down both.
   *
   * @param say one line of progress, for people
   */
  void measure(Consumer<String> say, Consumer<Measured> result) throws Exception;
}
