package io.blendify.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person did to their library. What a library holds at a moment is what was done up to
 * then.
 */
sealed interface Change {

  Instant at();

  record TrackSaved(Instant at, Track track) implements Change {}

  record TrackUnsaved(Instant at, Track track) implements Change {}

  record AlbumSaved(Instant at, Album album) implements Change {}

  record AlbumUnsaved(Instant at, Album album) implements Change {}

  record ArtistFollowed(Instant at, Artist artist) implements Change {}

  record ArtistUnfollowed(Instant at, Artist artist) implements Change {}

  /** A playlist of the person's own came to be, empty. */
  record PlaylistMade(
      Instant at,
      String id,
      String name,
      String description,
      @Nullable Boolean isPublic,
      @Nullable Person collaborator,
      Playlist.Kind kind)
      implements Change {}

  record PlaylistRenamed(Instant at, String id, String name) implements Change {}

  record PlaylistDeleted(Instant at, String id) implements Change {}

  record EntryAdded(Instant at, String id, int position, Playlist.Entry entry) implements Change {}

  record EntryRemoved(Instant at, String id, int position) implements Change {}

  record EntryMoved(Instant at, String id, int from, int to) implements Change {}

  /** The track at the place is no longer available; the place stays. */
  record EntryLost(Instant at, String id, int position) implements Change {}

  /** A playlist of somebody else, or of the provider, entered the person's list. */
  record PlaylistFollowed(Instant at, String id) implements Change {}

  record PlaylistUnfollowed(Instant at, String id) implements Change {}
}
