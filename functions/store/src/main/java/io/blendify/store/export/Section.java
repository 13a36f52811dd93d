package io.blendify.store.export;

import java.util.Locale;

/**
 * The parts of an export, in the order in which they are delivered. Each statement gives the place
 * and the row of everything that one person (first parameter) has in it; secrets are left out.
 */
public enum Section {
  USER(
      """
      SELECT CAST(u.id AS text) AS place, to_jsonb(u) - 'password_hash' AS row
      FROM users u WHERE u.id = ?
      """),
  PROVIDER_CONNECTIONS(
      """
      SELECT CAST(c.id AS text) AS place,
             to_jsonb(c) - 'access_token_encrypted' - 'refresh_token_encrypted' AS row
      FROM provider_connections c WHERE c.user_id = ?
      """),
  SESSIONS(
      """
      SELECT CAST(s.id AS text) AS place, to_jsonb(s) AS row FROM sessions s WHERE s.user_id = ?
      """),
  IMPORTS(
      """
      SELECT CAST(i.id AS text) AS place, to_jsonb(i) AS row FROM imports i WHERE i.user_id = ?
      """),
  BLENDS(
      """
      SELECT CAST(p.id AS text) AS place,
             to_jsonb(p) || jsonb_build_object('blend', to_jsonb(b)) AS row
      FROM blend_participants p JOIN blends b ON b.id = p.blend_id WHERE p.user_id = ?
      """),
  CONSENTS(
      """
      SELECT to_char(c.id, 'FM0000000000000000000') AS place, to_jsonb(c) AS row
      FROM consents c WHERE c.user_id = ?
      """),
  TASTE_EXCLUSIONS(
      """
      SELECT CAST(x.id AS text) AS place, to_jsonb(x) AS row
      FROM taste_exclusions x WHERE x.user_id = ?
      """),
  FINDABLE(
      """
      SELECT CAST(f.user_id AS text) AS place, to_jsonb(f) AS row
      FROM findable_people f WHERE f.user_id = ?
      """),
  TASTE(
      """
      SELECT CAST(t.user_id AS text) AS place, to_jsonb(t) - 'packed' AS row
      FROM taste.profiles t WHERE t.user_id = ?
      """),
  USER_TOP_TRACKS(view("user_top_tracks")),
  USER_TOP_ARTISTS(view("user_top_artists")),
  USER_RECENTLY_PLAYED(view("user_recently_played")),
  USER_PLAYLISTS(view("user_playlists")),
  USER_PLAYLIST_TRACKS(view("user_playlist_tracks")),
  USER_SAVED_TRACKS(view("user_saved_tracks")),
  USER_SAVED_ALBUMS(view("user_saved_albums")),
  USER_FOLLOWED_ARTISTS(view("user_followed_artists")),
  REMOVALS(
      """
      SELECT to_char(m.id, 'FM0000000000000000000') AS place,
             jsonb_build_object(
               'provider', m.provider, 'resource', m.resource, 'item_id', i.provider_item_id,
               'item_name', v.name, 'removed_at', m.observed_at) AS row
      FROM history.memberships m
      JOIN catalog.items i ON i.id = m.item_id
      JOIN catalog.item_versions v ON v.id = m.version_id
      WHERE m.user_id = ? AND m.action = 'removed'
      """);

  private final String sql;

  Section(String sql) {
    this.sql = sql;
  }

  /** The name in the export: {@code user_top_tracks}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String sql() {
    return sql;
  }

  private static String view(String name) {
    return """
        SELECT to_char(r.id, 'FM0000000000000000000') AS place, to_jsonb(r) AS row
        FROM %s r WHERE r.user_id = ?
        """
        .formatted(name);
  }
}
