package io.blendify.blend;

import io.blendify.core.blend.Aspect;

/** What the tables of {@code taste} call the things of an aspect. */
final class PopulationKinds {

  private PopulationKinds() {}

  static String of(Aspect aspect) {
    return switch (aspect) {
      case ARTISTS -> "artist";
      case TRACKS -> "recording";
      case GENRES -> "genre";
    };
  }
}
