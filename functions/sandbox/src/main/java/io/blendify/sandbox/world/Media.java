package io.blendify.sandbox.world;

/** What can stand at a place of a playlist. */
public sealed interface Media {

  /** A track of the catalogue. */
  record OfCatalog(Track track) implements Media {}

  /** A file of the person's own disk; it has no id. */
  record LocalFile(String artist, String album, String title, int durationMs) implements Media {}

  /** An episode of a show. */
  record Episode(
      String id, String name, String showId, String showName, String releaseDate, int durationMs)
      implements Media {}
}
