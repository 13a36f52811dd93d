package io.blendify.sandbox.spotify;

import java.util.Locale;

/** Which fields and addresses an app gets; the switch belongs to the app, not to the user. */
public enum Shape {
  /** Apps in development mode since February 2026: the new names only, the removed fields gone. */
  NEW_ONLY,
  /** Older apps in development mode: both names side by side. */
  BOTH,
  /** Apps with extended quota: the old names and fields. */
  OLD_ONLY;

  /** Whether playlists carry {@code items} and their entries {@code item}. */
  boolean hasNew() {
    return this != OLD_ONLY;
  }

  /** Whether the fields and addresses of before February 2026 are there. */
  boolean hasOld() {
    return this != NEW_ONLY;
  }

  /** Reads "new-only", "both", "old-only". */
  static Shape named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
