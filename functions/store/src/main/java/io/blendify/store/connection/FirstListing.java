package io.blendify.store.connection;

import io.blendify.core.sync.Resource;
import java.util.stream.Stream;

/** A listing that exists from the start; those of single playlists come once playlists are read. */
record FirstListing(String resource, String listKey) {

  static Stream<FirstListing> of(Resource resource) {
    return switch (resource) {
      case TOP_TRACKS, TOP_ARTISTS ->
          Resource.TIME_RANGES.stream().map(range -> new FirstListing(resource.label(), range));
      case PLAYLIST_TRACKS -> Stream.empty();
      case RECENTLY_PLAYED, SAVED_TRACKS, SAVED_ALBUMS, FOLLOWED_ARTISTS, PLAYLISTS ->
          Stream.of(new FirstListing(resource.label(), ""));
    };
  }
}
