package io.blendify.fetcher;

import io.blendify.sandbox.spotify.Books;
import io.blendify.sandbox.spotify.Books.Access;
import io.blendify.sandbox.spotify.Books.Line;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.TopRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything of a person at one moment, resource by resource, as comparable lines: once from the
 * sandbox's books, once from our views.
 *
 * @param without members of the JSON objects that are not compared
 */
record Shown(SandboxWorld world, Set<String> without) {

  /** Top lists are read to this depth: the provider's own cap. */
  private static final int TOP_DEPTH = 200;

  /** What the sandbox shows at that moment; plays are told apart by time and compared elsewhere. */
  Map<String, List<String>> books(Person person, Instant at) {
    var books = world.sandbox.books();
    var shown = new TreeMap<String, List<String>>();
    for (var range : TopRange.values()) {
      shown.put("top_tracks " + range.wire(), ranked(books.topTracks(person, range, at)));
      shown.put("top_artists " + range.wire(), ranked(books.topArtists(person, range, at)));
    }
    shown.put("saved_tracks", members(books.savedTracks(person, at)));
    shown.put("saved_albums", members(books.savedAlbums(person, at)));
    shown.put("followed_artists", members(books.followedArtists(person, at)));
    shown.put("playlists", members(books.playlists(person, at)));
    for (var playlist : books.playlists(person, at)) {
      if (books.access(person, playlist.id(), at) == Access.OPEN) {
        shown.put("playlist " + playlist.id(), placed(books, playlist.id(), at));
      }
    }
    return shown;
  }

  /** The plays that the sandbox lets anybody reach at that moment. */
  List<String> plays(Person person, Instant at) {
    return world.sandbox.books().recentlyPlayed(person, at).stream()
        .map(line -> line(line.id(), line.at(), null, line))
        .sorted()
        .toList();
  }

  private List<String> ranked(List<Line> lines) {
    return lines.stream()
        .limit(TOP_DEPTH)
        .map(line -> (line.place() + 1) + " " + line(line.id(), null, null, line))
        .toList();
  }

  private List<String> members(List<Line> lines) {
    return lines.stream().map(line -> line(line.id(), line.at(), null, line)).sorted().toList();
  }

  private List<String> placed(Books books, String playlist, Instant at) {
    var shown = new ArrayList<String>();
    for (var line : books.playlistItems(playlist, at)) {
      if (line.item() != null) {
        var id = line.id() == null ? line.item().get("uri").asText() : line.id();
        shown.add((line.place() + 1) + " " + line(id, line.at(), line.by(), line));
      }
    }
    return shown;
  }

  private String line(String id, Instant at, String by, Line line) {
    return line(id, at == null ? null : at.toString(), by, line.item().toString());
  }

  private String line(String id, String at, String by, String json) {
    return id + " " + at + " " + by + " " + Canonical.of(json, without);
  }

  /** What our reading functions answer for that moment. */
  Map<String, List<String>> asOf(UUID user, Instant at) {
    return read(user, "_as_of('" + user + "', '" + at + "')", "user_");
  }

  /** What our views of the present answer. */
  Map<String, List<String>> current(UUID user) {
    return read(user, "", "current_user_");
  }

  private Map<String, List<String>> read(UUID user, String arguments, String prefix) {
    var shown = new TreeMap<String, List<String>>();
    for (var range : TopRange.values()) {
      shown.put("top_tracks " + range.wire(), new ArrayList<>());
      shown.put("top_artists " + range.wire(), new ArrayList<>());
    }
    var of = arguments + " WHERE user_id = '" + user + "' ORDER BY ";
    for (var row :
        world.rows(
            "SELECT time_range, rank, track_id, track_metadata FROM "
                + (prefix + "top_tracks" + of + "time_range, rank"))) {
      shown
          .get("top_tracks " + row.get(0))
          .add(row.get(1) + " " + line(row.get(2), null, null, row.get(3)));
    }
    for (var row :
        world.rows(
            "SELECT time_range, rank, artist_id, artist_metadata FROM "
                + (prefix + "top_artists" + of + "time_range, rank"))) {
      shown
          .get("top_artists " + row.get(0))
          .add(row.get(1) + " " + line(row.get(2), null, null, row.get(3)));
    }
    shown.put(
        "saved_tracks", set("track_id, saved_at, track_metadata", prefix + "saved_tracks" + of));
    shown.put(
        "saved_albums", set("album_id, saved_at, album_metadata", prefix + "saved_albums" + of));
    shown.put(
        "followed_artists",
        set("artist_id, NULL, artist_metadata", prefix + "followed_artists" + of));
    shown.put("playlists", set("playlist_id, NULL, playlist_metadata", prefix + "playlists" + of));
    for (var row :
        world.rows(
            "SELECT playlist_id, track_position, track_id, added_at, added_by, track_metadata FROM "
                + (prefix + "playlist_tracks" + of + "playlist_id, track_position"))) {
      shown
          .computeIfAbsent("playlist " + row.get(0), _ -> new ArrayList<>())
          .add(row.get(1) + " " + line(row.get(2), time(row.get(3)), row.get(4), row.get(5)));
    }
    return shown;
  }

  private List<String> set(String columns, String from) {
    return world.rows("SELECT " + columns + " FROM " + from + "1").stream()
        .map(row -> line(row.get(0), time(row.get(1)), null, row.get(2)))
        .sorted()
        .toList();
  }

  /** Our plays until that moment. */
  List<String> playsAsOf(UUID user, Instant at) {
    return world
        .rows(
            "SELECT track_id, played_at, track_metadata FROM user_recently_played_as_of('%s', '%s')"
                .formatted(user, at))
        .stream()
        .map(row -> line(row.get(0), time(row.get(1)), null, row.get(2)))
        .sorted()
        .toList();
  }

  /** As PostgreSQL writes it in the session's zone, read as an instant. */
  private static String time(String written) {
    if (written == null) {
      return null;
    }
    return java.time.OffsetDateTime.parse(
            written.replace(' ', 'T'),
            java.time.format.DateTimeFormatter.ofPattern(
                "yyyy-MM-dd'T'HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]XXX"))
        .toInstant()
        .toString();
  }
}
