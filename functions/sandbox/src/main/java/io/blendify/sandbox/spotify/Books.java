package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.world.Media;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.Play;
import io.blendify.sandbox.world.Playlist;
import io.blendify.sandbox.world.TopRange;
import io.blendify.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's own books: for a person at any instant, what the API sends for each of the eight
 * resources, item by item. Books for equal instants are equal; asking changes nothing. The one
 * thing the API sends otherwise is the snapshot_id of a generated playlist, which is a new one at
 * each request.
 */
public final class Books {

  /** Plays that can be reached at all. */
  public static final int REACHABLE_PLAYS = 50;

  private final World world;
  private final Shape shape;

  public Books(World world, Shape shape) {
    this.world = world;
    this.shape = shape;
  }

  /**
   * One item of a resource.
   *
   * @param id the provider's id; null for local files and for places without media
   * @param place from 0: rank - 1 of a top list, position in a playlist, place in the answer
   *     elsewhere
   * @param at added, saved or played; null where the resource has no dates or the provider does not
   *     know
   * @param by who added it; null likewise
   * @param item the full object; null where a playlist's track is no longer available
   * @param entry the element of the list as it is sent: the item itself, or what it is wrapped in
   */
  public record Line(
      @Nullable String id,
      int place,
      @Nullable Instant at,
      @Nullable String by,
      @Nullable ObjectNode item,
      ObjectNode entry) {}

  /** What a person gets who asks for the contents of a playlist. */
  public enum Access {
    /** 200. */
    OPEN,
    /** 403: neither owner nor collaborator. */
    WITHHELD,
    /** 404: deleted, never there, or made by the provider. */
    MISSING
  }

  /** Best first; rank = place + 1. */
  public List<Line> topTracks(Person person, TopRange range, Instant at) {
    var wire = new Wire(world, shape, at);
    return Lazily.each(
        world.topTracks(person, range, at), (i, track) -> plain(track.id(), i, wire.track(track)));
  }

  /** Best first; rank = place + 1. */
  public List<Line> topArtists(Person person, TopRange range, Instant at) {
    var wire = new Wire(world, shape, at);
    return Lazily.each(
        world.topArtists(person, range, at),
        (i, artist) -> plain(artist.id(), i, wire.artist(artist)));
  }

  /** The plays that the API would let somebody reach, newest first. */
  public List<Line> recentlyPlayed(Person person, Instant at) {
    return plays(person, at, REACHABLE_PLAYS);
  }

  /** The newest plays, newest first; more than the API lets anybody reach, if asked for. */
  public List<Line> plays(Person person, Instant at, int limit) {
    var wire = new Wire(world, shape, at);
    return Lazily.each(world.plays(person, at, limit), (i, play) -> line(i, play, wire));
  }

  /** In the order of the answer. */
  public List<Line> playlists(Person person, Instant at) {
    return playlists(person, at, 0);
  }

  List<Line> playlists(Person person, Instant at, long request) {
    var wire = new PlaylistWire(shape, new Wire(world, shape, at));
    return Lazily.each(
        world.playlists(person, at),
        (i, playlist) -> plain(playlist.id(), i, wire.simplified(playlist, request)));
  }

  /** Ids of those of the person's playlists whose snapshot_id is another one at each request. */
  public List<String> generatedPlaylists(Person person, Instant at) {
    return world.playlists(person, at).stream()
        .filter(playlist -> playlist.kind() == Playlist.Kind.GENERATED)
        .map(Playlist::id)
        .toList();
  }

  public Access access(Person person, String playlistId, Instant at) {
    var playlist = world.playlist(playlistId, at).orElse(null);
    if (playlist == null || playlist.kind() == Playlist.Kind.OF_PROVIDER) {
      return Access.MISSING;
    }
    return playlist.isOpenTo(person) ? Access.OPEN : Access.WITHHELD;
  }

  /**
   * The contents in their order, whoever asks; empty when there is no such playlist. Episodes are
   * sent as such.
   */
  public List<Line> playlistItems(String playlistId, Instant at) {
    return world.playlist(playlistId, at).map(found -> entries(found, at, true)).orElse(List.of());
  }

  List<Line> entries(Playlist playlist, Instant at, boolean episodes) {
    var wire = new PlaylistWire(shape, new Wire(world, shape, at));
    return Lazily.each(playlist.entries(), (i, entry) -> line(i, entry, wire, episodes));
  }

  /** Newest first. */
  public List<Line> savedTracks(Person person, Instant at) {
    var wire = new Wire(world, shape, at);
    return Lazily.each(
        world.savedTracks(person, at),
        (i, saved) -> {
          var item = wire.track(saved.what());
          return new Line(
              saved.what().id(), i, saved.at(), null, item, wire.saved("track", item, saved.at()));
        });
  }

  /** Newest first. */
  public List<Line> savedAlbums(Person person, Instant at) {
    var wire = new Wire(world, shape, at);
    return Lazily.each(
        world.savedAlbums(person, at),
        (i, saved) -> {
          var item = wire.fullAlbum(saved.what(), world.catalog().tracksOf(saved.what()));
          return new Line(
              saved.what().id(), i, saved.at(), null, item, wire.saved("album", item, saved.at()));
        });
  }

  /** In the order of the answer, which means nothing. */
  public List<Line> followedArtists(Person person, Instant at) {
    var wire = new Wire(world, shape, at);
    return Lazily.each(
        world.followedArtists(person, at),
        (i, artist) -> plain(artist.id(), i, wire.artist(artist)));
  }

  /** What {@code GET /v1/me} sends. */
  public ObjectNode profile(Person person, Instant at) {
    return new Wire(world, shape, at).me(person);
  }

  private static Line plain(String id, int place, ObjectNode item) {
    return new Line(id, place, null, null, item, item);
  }

  private static Line line(int place, Play play, Wire wire) {
    var entry = wire.play(play);
    return new Line(play.track().id(), place, play.at(), null, wire.track(play.track()), entry);
  }

  private static Line line(int place, Playlist.Entry entry, PlaylistWire wire, boolean episodes) {
    var media = entry.media();
    var id =
        switch (media) {
          case Media.OfCatalog(var track) -> track.id();
          case Media.Episode episode -> episode.id();
          case Media.LocalFile _ -> null;
          case null -> null;
        };
    var item = media == null ? null : wire.media(media, episodes);
    return new Line(id, place, entry.addedAt(), entry.addedBy(), item, wire.entry(entry, episodes));
  }
}
