package io.blendify.core.taste;

/**
 * How much the sources tell of a person's taste, in (0, 1): the strength of the first thing in it
 * when nothing else is known. Chosen by judgement: what the provider or the plays themselves rank
 * tells most, a song that one saved oneself tells more than one in somebody else's playlist.
 */
final class SourceWeight {

  /**
   * What a track-shaped source tells of the tracks' artists, against what it tells of the tracks.
   */
  static final double ARTIST_OF_TRACKS = 0.8;

  /** A guest's share of a track that says something of its main artist. */
  static final double GUEST = 0.3;

  private SourceWeight() {}

  static double of(TasteSource source) {
    return switch (source.kind()) {
      case TOP_TRACKS, TOP_ARTISTS -> range(source.part());
      case RECENTLY_PLAYED -> source.part().equals(TasteSource.UNTIMED) ? 0.4 : 0.7;
      case SAVED_TRACKS, SAVED_ALBUMS, FOLLOWED_ARTISTS -> 0.35;
      case PLAYLIST_TRACKS -> source.part().equals(TasteSource.OWN) ? 0.35 : 0.1;
      case PLAYLISTS -> 0;
    };
  }

  private static double range(String part) {
    return switch (part) {
      case "short_term" -> 0.6;
      case "medium_term" -> 0.7;
      default -> 0.6;
    };
  }
}
