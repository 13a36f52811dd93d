package io.blendify.core.file;

import java.util.Locale;

/** What can be imported. */
public enum FileFormat {
  SPOTIFY_EXTENDED_HISTORY("Spotify extended streaming history"),
  SPOTIFY_ACCOUNT_DATA("Spotify account data"),
  EXPORTIFY_CSV("Exportify playlist"),
  LISTENBRAINZ("ListenBrainz export"),
  LASTFM_CSV("Last.fm export (CSV)"),
  LASTFM_JSON("Last.fm export (JSON)"),
  M3U8("M3U8 playlist");

  private final String title;

  FileFormat(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** The name in JSON and in the database: {@code spotify_extended_history}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
