package io.blendify.core.taste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToIntFunction;

/**
 * A {@link TasteProfile} as a blend reads it: numbers in rows instead of thousands of objects, and
 * bytes instead of JSON. Artists and recordings have the places that they have in the profile.
 */
public final class PackedTaste {

  private final List<TasteSource> sources;
  private final ArtistRows artists;
  private final RecordingRows recordings;

  PackedTaste(List<TasteSource> sources, ArtistRows artists, RecordingRows recordings) {
    this.sources = List.copyOf(sources);
    this.artists = artists;
    this.recordings = recordings;
  }

  /**
   * @param titles of recordings, as hash codes of what each is called in every database: by them,
   *     and not by numbers, tracks are ordered and chance falls
   */
  public static PackedTaste of(TasteProfile profile, LongToIntFunction titles) {
    return new PackedTaste(
        profile.sources(),
        ArtistRows.of(profile.artists()),
        RecordingRows.of(profile.recordings(), titles));
  }

  /** Where recordings have no titles: they are called by their numbers. */
  public static PackedTaste of(TasteProfile profile) {
    return of(profile, recording -> Long.toString(recording).hashCode());
  }

  /** The inverse of {@link #bytes}. Throws IndexOutOfBoundsException for what ends too soon. */
  public static PackedTaste read(byte[] bytes) {
    return TasteBytes.read(bytes);
  }

  public byte[] bytes() {
    return TasteBytes.write(this);
  }

  public List<TasteSource> sources() {
    return sources;
  }

  public ArtistRows artists() {
    return artists;
  }

  public RecordingRows recordings() {
    return recordings;
  }

  public boolean isEmpty() {
    return artists.size() == 0 && recordings.size() == 0;
  }

  /** The artists of a profile. */
  public static final class ArtistRows {

    final String[] keys;
    final String[] names;

    /** Every genre once. */
    final String[] genres;

    /** By artist, places in {@link #genres}. */
    final int[][] ofArtists;

    final Signals signals;

    ArtistRows(String[] keys, String[] names, String[] genres, int[][] ofArtists, Signals signals) {
      this.keys = keys;
      this.names = names;
      this.genres = genres;
      this.ofArtists = ofArtists;
      this.signals = signals;
    }

    private static ArtistRows of(List<ArtistTaste> artists) {
      Map<String, Integer> genres = new LinkedHashMap<>();
      var ofArtists = new int[artists.size()][];
      for (int i = 0; i < ofArtists.length; i++) {
        ofArtists[i] =
            artists.get(i).genres().stream()
                .mapToInt(genre -> genres.computeIfAbsent(genre, _ -> genres.size()))
                .toArray();
      }
      return new ArtistRows(
          artists.stream().map(ArtistTaste::key).toArray(String[]::new),
          artists.stream().map(ArtistTaste::name).toArray(String[]::new),
          genres.keySet().toArray(String[]::new),
          ofArtists,
          Signals.of(artists.stream().map(ArtistTaste::signals).toList()));
    }

    public int size() {
      return keys.length;
    }

    public String key(int artist) {
      return keys[artist];
    }

    public String name(int artist) {
      return names[artist];
    }

    /** How many genres there are in all. */
    public int genreCount() {
      return genres.length;
    }

    public String genre(int genre) {
      return genres[genre];
    }

    /** Places of the artist's genres; not to be written to. */
    public int[] genresOf(int artist) {
      return ofArtists[artist];
    }

    /** What the allowed sources say, 0 to 1. */
    public double strength(int artist, boolean[] allowed) {
      return signals.strength(artist, allowed);
    }
  }

  /** The recordings of a profile. */
  public static final class RecordingRows {

    private static final byte UNKNOWN = 2;

    private static final int[][] NO_ARTISTS = {};

    final long[] recordings;
    final long[] versions;
    final int[] titles;

    /** 0, 1, or 2 where the provider does not say. */
    final byte[] explicit;

    /** Places in {@link ArtistRows}. */
    final int[][] artists;

    final Signals signals;

    RecordingRows(
        long[] recordings,
        long[] versions,
        int[] titles,
        byte[] explicit,
        int[][] artists,
        Signals signals) {
      this.recordings = recordings;
      this.versions = versions;
      this.titles = titles;
      this.explicit = explicit;
      this.artists = artists;
      this.signals = signals;
    }

    private static RecordingRows of(List<RecordingTaste> of, LongToIntFunction titles) {
      var explicit = new byte[of.size()];
      var artists = new int[of.size()][];
      var signals = new ArrayList<List<Signal>>(of.size());
      for (int i = 0; i < explicit.length; i++) {
        var one = of.get(i);
        explicit[i] = one.explicit() == null ? UNKNOWN : (byte) (one.explicit() ? 1 : 0);
        artists[i] = one.artists().stream().mapToInt(Integer::intValue).toArray();
        signals.add(one.signals());
      }
      var recordings = of.stream().mapToLong(RecordingTaste::recording).toArray();
      return new RecordingRows(
          recordings,
          of.stream().mapToLong(RecordingTaste::version).toArray(),
          of.stream().mapToInt(one -> titles.applyAsInt(one.recording())).toArray(),
          explicit,
          artists,
          Signals.of(signals));
    }

    public int size() {
      return recordings.length;
    }

    public long recording(int place) {
      return recordings[place];
    }

    /** How the person's library describes it. */
    public long version(int place) {
      return versions[place];
    }

    /** Hash code of what it is called. */
    public int title(int place) {
      return titles[place];
    }

    public boolean isExplicit(int place) {
      return explicit[place] == 1;
    }

    /** Places of its artists, main artist first; not to be written to. */
    public int[] artists(int place) {
      return artists[place];
    }

    /** What the allowed sources say, 0 to 1. */
    public double strength(int place, boolean[] allowed) {
      return signals.strength(place, allowed);
    }

    public List<Signal> signals(int place, boolean[] allowed) {
      return signals.of(place, allowed);
    }

    /** The same, to be kept where artists are not asked for: they are half of it. */
    public RecordingRows withoutArtists() {
      return new RecordingRows(recordings, versions, titles, explicit, NO_ARTISTS, signals);
    }
  }
}
