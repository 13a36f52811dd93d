package io.blendify.sandbox.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** All music of the world, as it was when the world began; what changes is in {@link Revisions}. */
public final class Catalog {

  private final SequencedMap<String, Artist> artists = new LinkedHashMap<>();
  private final SequencedMap<String, Album> albums = new LinkedHashMap<>();
  private final SequencedMap<String, Track> tracks = new LinkedHashMap<>();
  private final Map<String, List<Track>> byAlbum;
  private final Map<String, List<Track>> byArtist;
  private final Map<String, List<Track>> byIsrc;
  private final Map<String, List<Artist>> byScene;

  Catalog(Collection<Artist> artists, Collection<Track> tracks) {
    artists.forEach(artist -> this.artists.put(artist.id(), artist));
    for (Track track : tracks) {
      this.tracks.put(track.id(), track);
      albums.put(track.album().id(), track.album());
    }
    byAlbum = Grouping.by(tracks, track -> track.album().id());
    byArtist = Grouping.by(tracks, track -> track.artists().getFirst().id());
    byIsrc =
        Grouping.by(tracks.stream().filter(t -> t.isrc() != null).toList(), t -> plain(t.isrc()));
    byScene = Grouping.by(artists, Artist::scene);
  }

  /** In a fixed order. */
  public Collection<Artist> artists() {
    return artists.sequencedValues();
  }

  /** In a fixed order. */
  public Collection<Album> albums() {
    return albums.sequencedValues();
  }

  /** In a fixed order. */
  public Collection<Track> tracks() {
    return tracks.sequencedValues();
  }

  public @Nullable Artist artist(String id) {
    return artists.get(id);
  }

  public @Nullable Album album(String id) {
    return albums.get(id);
  }

  public @Nullable Track track(String id) {
    return tracks.get(id);
  }

  /** The tracks of an album in their order. */
  public List<Track> tracksOf(Album album) {
    return byAlbum.getOrDefault(album.id(), List.of());
  }

  /** What an artist is the first-named artist of, studio albums first. */
  public List<Track> tracksOf(Artist artist) {
    return byArtist.getOrDefault(artist.id(), List.of());
  }

  /** Every track with the ISRC, however either of the two is written. */
  public List<Track> withIsrc(String isrc) {
    return byIsrc.getOrDefault(plain(isrc), List.of());
  }

  List<Artist> artistsOf(String scene) {
    return byScene.getOrDefault(scene, List.of());
  }

  private static String plain(@Nullable String isrc) {
    return isrc == null ? "" : isrc.replace("-", "").toUpperCase(Locale.ROOT);
  }
}
