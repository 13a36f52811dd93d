package io.blendify.core.sync;

/**
 * What a call to a provider is worth where a day has fewer calls than there are wishes: up to which
 * share of the day's budget such calls are still made. Calls of less worth stop earlier and leave
 * the rest to those of more.
 */
public final class CallWorth {

  /** Pages of one run after which it counts as a long haul. */
  public static final int LONG_HAUL_FROM = 40;

  /** However much somebody waits for it: one long library must leave the others half of the day. */
  private static final double LONG_HAUL = 0.5;

  private static final double WAITED_FOR = 0.1;
  private static final double SHARED = 0.04;

  private CallWorth() {}

  /**
   * Plays, of which providers keep only the last few, before tops before what is saved before
   * playlists; what somebody waits for before what is due; who shares a blend before who does not.
   *
   * @param pages how many the run has read so far
   * @return above 0, at most 1
   */
  public static double share(Resource resource, boolean waitedFor, boolean shared, int pages) {
    var share = base(resource) + (waitedFor ? WAITED_FOR : 0) + (shared ? SHARED : 0);
    return Math.min(pages >= LONG_HAUL_FROM ? LONG_HAUL : 1, share);
  }

  private static double base(Resource resource) {
    return switch (resource) {
      case RECENTLY_PLAYED -> 1;
      case TOP_TRACKS, TOP_ARTISTS -> 0.85;
      case SAVED_TRACKS, SAVED_ALBUMS, FOLLOWED_ARTISTS -> 0.7;
      case PLAYLISTS -> 0.6;
      case PLAYLIST_TRACKS -> 0.55;
    };
  }
}
