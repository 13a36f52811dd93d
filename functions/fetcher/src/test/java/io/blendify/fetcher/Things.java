package io.blendify.fetcher;

import io.blendify.core.Isrc;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Artist;
import io.blendify.core.item.ContentHash;
import io.blendify.core.item.Credit;
import io.blendify.core.item.ItemKey;
import io.blendify.core.item.Kind;
import io.blendify.core.item.Metadata;
import io.blendify.core.item.Playlist;
import io.blendify.core.item.Track;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Short ways to say what a provider tells. */
final class Things {

  private Things() {}

  static Track track(String id) {
    return track(id, "Song " + id);
  }

  static Track track(String id, String name) {
    return new Track(
        new ItemKey(World.FAKE, Kind.TRACK, id),
        name,
        List.of(new Credit("artist-1", "Paper \"Harbour\", {Duo}"), new Credit(null, "Guest\\")),
        "album-1",
        "Low Tide",
        "https://img.example/1",
        207_812,
        new Isrc("GBXYZ2500004"),
        false,
        "2025-03",
        "https://music.example/" + id,
        metadata(id, name, 40));
  }

  static Artist artist(String id, int popularity) {
    var key = new ItemKey(World.FAKE, Kind.ARTIST, id);
    return new Artist(
        key, "Band " + id, null, List.of("indie pop"), null, metadata(id, id, popularity));
  }

  static Playlist playlist(String id, String version, Integer tracks) {
    return new Playlist(
        new ItemKey(World.FAKE, Kind.PLAYLIST, id),
        "List " + id,
        "",
        null,
        tracks,
        true,
        "mira",
        "Mira",
        null,
        version,
        metadata(id, "list " + id + tracks, null));
  }

  private static Metadata metadata(String id, String name, Integer popularity) {
    var json = "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, name);
    return new Metadata(json, ContentHash.of(id + "|" + name), popularity, null);
  }

  static Member member(String id, Instant since) {
    return new Member(track(id), since);
  }

  static Placed placed(String id) {
    return new Placed(track(id), null, null);
  }

  static Played played(String id, Instant at) {
    return new Played(track(id), at, null, "playlist:1", null);
  }

  /** So many saved tracks, the newest first, a minute apart. */
  static List<Member> members(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> member("t" + n, World.NOON.minusSeconds(60L * n + 60)))
        .toList();
  }
}
