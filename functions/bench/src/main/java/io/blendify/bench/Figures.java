package io.blendify.bench;

import java.util.List;

/** All that can be measured, in the order in which it is. */
final class Figures {

  static final List<Figure> ALL = List.of();

  private Figures() {}
}
