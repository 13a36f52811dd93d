package io.blendify.blend;

/** What the tables of {@code taste} call the things of an aspect. */
final class PopulationKinds {

  static final String ARTIST = "artist";
  static final String RECORDING = "recording";
  static final String GENRE = "genre";

  private PopulationKinds() {}
}
