package io.blendify.providers.file;

/** Invented exports, in the shapes of the real ones. */
final class Exports {

  static final String HISTORY_ENTRY =
      """
      {
        "ts": "%s", "username": "listener-one", "platform": "ios", "ms_played": %d,
        "conn_country": "XX", "ip_addr_decrypted": "192.0.2.1",
        "master_metadata_track_name": "%s",
        "master_metadata_album_artist_name": "%s",
        "master_metadata_album_album_name": "%s",
        "spotify_track_uri": "spotify:track:%s",
        "episode_name": null, "episode_show_name": null, "spotify_episode_uri": null,
        "reason_start": "trackdone", "reason_end": "trackdone", "shuffle": false, "skipped": %s,
        "offline": false, "offline_timestamp": null, "incognito_mode": false
      }""";

  static final String LIBRARY =
      """
      {
        "tracks": [
          {"artist": "The Paper Lanterns", "album": "Harbour", "track": "Low Tide", "uri": "spotify:track:1aaaaaaaaaaaaaaaaaaaaa"},
          {"artist": "Ines Okafor", "album": "Salt", "track": "Second Winter", "uri": "spotify:track:1bbbbbbbbbbbbbbbbbbbbb"}
        ],
        "albums": [{"artist": "Ines Okafor", "album": "Salt", "uri": "spotify:album:2aaaaaaaaaaaaaaaaaaaaa"}],
        "shows": [{"name": "Talk of Nothing", "publisher": "Nobody", "uri": "spotify:show:3aaaaaaaaaaaaaaaaaaaaa"}],
        "episodes": [],
        "bannedTracks": [{"artist": "Loud", "album": "L", "track": "Louder", "uri": "spotify:track:1ccccccccccccccccccccc"}],
        "artists": [{"name": "Ines Okafor", "uri": "spotify:artist:4aaaaaaaaaaaaaaaaaaaaa"}],
        "bannedArtists": [], "other": []
      }
      """;

  static final String PLAYLISTS =
      """
      {"playlists": [
        {"name": "Sunday", "lastModifiedDate": "2026-03-01", "collaborators": [], "items": [
          {"track": {"trackName": "Low Tide", "artistName": "The Paper Lanterns", "albumName": "Harbour", "trackUri": "spotify:track:1aaaaaaaaaaaaaaaaaaaaa"}, "episode": null, "audiobook": null, "localTrack": null, "addedDate": "2025-12-24"},
          {"track": null, "episode": {"episodeName": "One", "showName": "Talk", "episodeUri": "spotify:episode:5aaaaaaaaaaaaaaaaaaaaa"}, "localTrack": null, "addedDate": "2025-12-25"},
          {"track": null, "episode": null, "localTrack": {"uri": "spotify:local:Ines+Okafor:Demos:Attic+Song:195"}, "addedDate": "2025-12-26"}
        ], "description": "slow ones", "numberOfFollowers": 0},
        {"name": "Sunday", "lastModifiedDate": "2026-03-02", "items": [], "description": null, "numberOfFollowers": 2}
      ]}
      """;

  private Exports() {}

  static String entry(String ts, long msPlayed, String title, String id) {
    return HISTORY_ENTRY.formatted(
        ts, msPlayed, title, "The Paper Lanterns", "Harbour", id, "false");
  }

  static String history(String... entries) {
    return "[" + String.join(",\n", entries) + "]";
  }
}
