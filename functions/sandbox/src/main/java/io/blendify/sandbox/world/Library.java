package io.blendify.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person holds: the changes, applied one after the other. */
final class Library {

  /** Something saved, and when. */
  record Saved<T>(T what, Instant at) {}

  private final Person person;
  private final SequencedMap<String, Saved<Track>> tracks = new LinkedHashMap<>();
  private final SequencedMap<String, Saved<Album>> albums = new LinkedHashMap<>();
  private final SequencedMap<String, Artist> artists = new LinkedHashMap<>();
  private final SequencedMap<String, Draft> playlists = new LinkedHashMap<>();

  /**
   * A playlist of the person's own, or (without a beginning) the reference to one of somebody else.
   */
  static final class Draft {
    final Change.@Nullable PlaylistMade made;
    final List<Playlist.Entry> entries = new ArrayList<>();
    String name;
    int revision = 1;

    private Draft(Change.@Nullable PlaylistMade made) {
      this.made = made;
      this.name = made == null ? "" : made.name();
    }

    @Nullable Person collaborator() {
      return made == null ? null : made.collaborator();
    }
  }

  Library(Person person) {
    this.person = person;
  }

  SequencedMap<String, Saved<Track>> tracks() {
    return tracks;
  }

  SequencedMap<String, Saved<Album>> albums() {
    return albums;
  }

  SequencedMap<String, Artist> artists() {
    return artists;
  }

  /** The person's own playlists, oldest first. */
  List<Map.Entry<String, Draft>> own() {
    return playlists.entrySet().stream().filter(entry -> entry.getValue().made != null).toList();
  }

  /** Ids of the playlists that the person follows, oldest first. */
  List<String> followed() {
    return playlists.entrySet().stream()
        .filter(entry -> entry.getValue().made == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Ids of all playlists in the person's list, newest first. */
  List<String> playlistIds() {
    return List.copyOf(playlists.sequencedKeySet().reversed());
  }

  /** One of the person's own playlists; null when there is none of that id. */
  @Nullable Playlist playlist(String id) {
    var draft = playlists.get(id);
    if (draft == null || draft.made == null) {
      return null;
    }
    var made = draft.made;
    return new Playlist(
        id,
        person,
        draft.name,
        made.description(),
        made.isPublic(),
        made.collaborator() == null ? Set.of() : Set.of(made.collaborator().id()),
        made.kind(),
        draft.revision,
        draft.entries);
  }

  void apply(Change change) {
    switch (change) {
      case Change.TrackSaved(var at, var track) ->
          tracks.putLast(track.id(), new Saved<>(track, at));
      case Change.TrackUnsaved(_, var track) -> tracks.remove(track.id());
      case Change.AlbumSaved(var at, var album) ->
          albums.putLast(album.id(), new Saved<>(album, at));
      case Change.AlbumUnsaved(_, var album) -> albums.remove(album.id());
      case Change.ArtistFollowed(_, var artist) -> artists.putLast(artist.id(), artist);
      case Change.ArtistUnfollowed(_, var artist) -> artists.remove(artist.id());
      case Change.PlaylistMade made -> playlists.putLast(made.id(), new Draft(made));
      case Change.PlaylistDeleted(_, var id) -> playlists.remove(id);
      case Change.PlaylistFollowed(_, var id) -> playlists.putLast(id, new Draft(null));
      case Change.PlaylistUnfollowed(_, var id) -> playlists.remove(id);
      case Change.PlaylistRenamed(_, var id, var name) -> edit(id).name = name;
      case Change.EntryAdded(_, var id, var position, var entry) ->
          edit(id).entries.add(position, entry);
      case Change.EntryRemoved(_, var id, var position) -> edit(id).entries.remove(position);
      case Change.EntryMoved(_, var id, var from, var to) -> {
        var entries = edit(id).entries;
        entries.add(to, entries.remove(from));
      }
      case Change.EntryLost(_, var id, var position) -> {
        var entries = edit(id).entries;
        var old = entries.get(position);
        entries.set(position, new Playlist.Entry(old.addedAt(), old.addedBy(), null));
      }
    }
  }

  private Draft edit(String id) {
    var draft = playlists.get(id);
    if (draft == null) {
      throw new IllegalStateException(
          person.key() + " edits playlist " + id + " that is not there");
    }
    draft.revision++;
    return draft;
  }
}
