package io.blendify.fetcher.chaos;

import io.blendify.core.sync.Resource;
import io.blendify.sandbox.world.Media;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.Playlist;
import io.blendify.sandbox.world.TopRange;
import io.blendify.sandbox.world.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What really was, at any moment, as comparable lines: ordered for lists, sorted for sets. */
record Truth(World world) {

  /** Null where there is nothing to be read: a playlist that is gone, or kept from the person. */
  List<String> of(Person person, Resource resource, String listKey, Instant at) {
    return switch (resource) {
      case TOP_TRACKS ->
          world.topTracks(person, range(listKey), at).stream()
              .map(t -> t.id() + " null null")
              .toList();
      case TOP_ARTISTS ->
          world.topArtists(person, range(listKey), at).stream()
              .map(a -> a.id() + " null null")
              .toList();
      case SAVED_TRACKS ->
          sorted(world.savedTracks(person, at).stream().map(s -> s.what().id() + " " + s.at()));
      case SAVED_ALBUMS ->
          sorted(world.savedAlbums(person, at).stream().map(s -> s.what().id() + " " + s.at()));
      case FOLLOWED_ARTISTS ->
          sorted(world.followedArtists(person, at).stream().map(a -> a.id() + " null"));
      case PLAYLISTS -> sorted(world.playlists(person, at).stream().map(p -> p.id() + " null"));
      case PLAYLIST_TRACKS ->
          isOpen(person, listKey, at) ? placed(world.playlist(listKey, at).orElseThrow()) : null;
      case RECENTLY_PLAYED -> throw new IllegalArgumentException("plays stand for themselves");
    };
  }

  boolean isOpen(Person person, String playlist, Instant at) {
    return world
        .playlist(playlist, at)
        .filter(found -> found.kind() != Playlist.Kind.OF_PROVIDER && found.isOpenTo(person))
        .isPresent();
  }

  private static List<String> placed(Playlist playlist) {
    return playlist.entries().stream()
        .map(
            entry ->
                switch (entry.media()) {
                      case Media.OfCatalog(var track) -> track.id();
                      case Media.Episode episode -> episode.id();
                      case Media.LocalFile _ -> "local";
                      case null -> null;
                    }
                    + " "
                    + entry.addedAt()
                    + " "
                    + entry.addedBy())
        .toList();
  }

  private static TopRange range(String wire) {
    return Arrays.stream(TopRange.values())
        .filter(one -> one.wire().equals(wire))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sorted(Stream<String> lines) {
    return lines.filter(Objects::nonNull).sorted().toList();
  }
}
