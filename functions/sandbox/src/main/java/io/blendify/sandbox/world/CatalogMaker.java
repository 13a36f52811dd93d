package io.blendify.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the music of the world from a seed: studio albums, singles ahead of them, remasters, live
 * albums, compilations.
 */
final class CatalogMaker {

  private static final int ARTISTS_PER_SCENE = 28;
  private static final int NEWEST_YEAR = 2025;

  private final long seed;
  private final SplittableRandom chance;
  private final Names names;
  private final List<Artist> artists = new ArrayList<>();
  private final List<Track> tracks = new ArrayList<>();
  private int serial;

  private CatalogMaker(long seed) {
    this.seed = seed;
    this.chance = Chance.of(seed, "catalog");
    this.names = new Names(Chance.of(seed, "names"));
  }

  static Catalog make(long seed) {
    var maker = new CatalogMaker(seed);
    Scenes.ALL.forEach(maker::makeScene);
    return new Catalog(maker.artists, maker.tracks);
  }

  private void makeScene(Scene scene) {
    int firstArtist = artists.size();
    int firstTrack = tracks.size();
    for (int i = 0; i < ARTISTS_PER_SCENE; i++) {
      artists.add(artist(scene, i));
    }
    for (Artist artist : List.copyOf(artists.subList(firstArtist, artists.size()))) {
      discography(scene, artist);
    }
    compilation(scene, List.copyOf(tracks.subList(firstTrack, tracks.size())));
  }

  private Artist artist(Scene scene, int index) {
    int popularity = Math.clamp(78 - index * 2 + chance.nextInt(-6, 7), 4, 96);
    var genres = scene.genres().stream().filter(_ -> chance.nextInt(100) < 45).toList();
    return new Artist(
        Chance.base62(22, seed, "artist", scene.key(), index),
        names.artist(scene, index),
        scene.key(),
        genres.isEmpty() && index % 9 != 5 ? scene.genres().subList(0, 1) : genres,
        popularity,
        (int) (Math.pow(popularity, 2.6) * 11) + chance.nextInt(500),
        1);
  }

  private void discography(Scene scene, Artist artist) {
    int year = chance.nextInt(1994, 2019);
    List<Track> first = List.of();
    for (int n = chance.nextInt(2, 5); n > 0 && year <= NEWEST_YEAR; n--) {
      var made = studioAlbum(scene, artist, year);
      first = first.isEmpty() ? made : first;
      year += chance.nextInt(1, 6);
    }
    if (chance.nextInt(100) < 35) {
      edition(artist, first, Album.Kind.LIVE, " - Live", "Live at " + names.album(scene), year);
    }
    int remastered = 2014 + chance.nextInt(11);
    if (chance.nextInt(100) < 30) {
      var title = first.getFirst().album().name() + " (Remastered)";
      edition(artist, first, Album.Kind.REMASTER, " - Remastered " + remastered, title, remastered);
    }
  }

  private List<Track> studioAlbum(Scene scene, Artist artist, int year) {
    int size = chance.nextInt(7, 13);
    var album = album(names.album(scene), Album.Kind.ALBUM, List.of(artist), year, size);
    var made = new ArrayList<Track>();
    for (int n = 1; n <= size; n++) {
      made.add(track(scene, artist, album, n, year));
    }
    tracks.addAll(made);
    if (chance.nextInt(100) < 45) {
      single(artist, made.get(chance.nextInt(size)), year);
    }
    return made;
  }

  /** The single ahead of the album: other ids, the same recording, therefore the same ISRC. */
  private void single(Artist artist, Track from, int year) {
    var album = album(from.name(), Album.Kind.SINGLE, List.of(artist), year, 1);
    tracks.add(copy(from, album, from.name(), 1, from.durationMs(), from.isrc()));
  }

  /** A live album is another recording; a remaster keeps the ISRC of the original now and then. */
  private void edition(
      Artist artist, List<Track> from, Album.Kind kind, String suffix, String title, int year) {
    var album = album(title, kind, List.of(artist), Math.min(year, NEWEST_YEAR), from.size());
    for (Track original : from) {
      boolean same = kind == Album.Kind.REMASTER && chance.nextInt(100) < 40;
      int longer =
          kind == Album.Kind.LIVE ? chance.nextInt(4_000, 70_000) : chance.nextInt(-900, 900);
      var isrc = same ? original.isrc() : isrc("GB", year);
      var name = original.name() + suffix;
      tracks.add(
          copy(original, album, name, original.number(), original.durationMs() + longer, isrc));
    }
  }

  private void compilation(Scene scene, List<Track> from) {
    var various =
        new Artist(
            Chance.base62(22, seed, "various", scene.key()),
            "Various Artists",
            "various",
            List.of(),
            0,
            0,
            1);
    artists.add(various);
    var title = "Best of " + scene.genres().getFirst() + ", Vol. 1";
    var album = album(title, Album.Kind.COMPILATION, List.of(various), NEWEST_YEAR - 2, 16);
    for (int n = 1; n <= 16; n++) {
      var original = from.get(chance.nextInt(from.size()));
      tracks.add(copy(original, album, original.name(), n, original.durationMs(), original.isrc()));
    }
  }

  private Track track(Scene scene, Artist artist, Album album, int number, int year) {
    boolean guest = chance.nextInt(100) < 9;
    // Guests come from the same scene, with few exceptions: otherwise everybody would share artists
    // with everybody.
    int reach = chance.nextInt(40) == 0 ? artists.size() : ARTISTS_PER_SCENE;
    var other = artists.get(artists.size() - 1 - chance.nextInt(reach));
    boolean featured = guest && !other.id().equals(artist.id()) && !other.scene().equals("various");
    double length = scene.typicalSeconds() * (0.6 + 0.8 * chance.nextDouble());
    return new Track(
        Chance.base62(22, seed, "track", ++serial),
        names.title(scene) + (featured ? " (feat. " + other.name() + ")" : ""),
        featured ? List.of(artist, other) : List.of(artist),
        album,
        1,
        number,
        (int) (length * 1000) + chance.nextInt(1000),
        chance.nextDouble() < scene.explicitShare(),
        isrc(scene.isrcCountry(), year),
        Math.clamp(artist.popularity() - chance.nextInt(40), 0, 100));
  }

  private Track copy(
      Track from, Album album, String name, int number, int durationMs, @Nullable String isrc) {
    return new Track(
        Chance.base62(22, seed, "track", ++serial),
        name,
        from.artists(),
        album,
        1,
        number,
        durationMs,
        from.explicit(),
        isrc,
        Math.max(0, from.popularity() - 7));
  }

  private Album album(String name, Album.Kind kind, List<Artist> by, int year, int size) {
    var month = "%d-%02d".formatted(year, chance.nextInt(1, 13));
    var date =
        switch (chance.nextInt(12)) {
          case 0 -> Integer.toString(year);
          case 1 -> month;
          default -> "%s-%02d".formatted(month, chance.nextInt(1, 29));
        };
    return new Album(
        Chance.base62(22, seed, "album", ++serial),
        name,
        kind,
        by,
        chance.nextInt(400) == 0 ? "0000" : date,
        size,
        "0198%08d".formatted(serial),
        Chance.pick(chance, Names.LAST) + " Recordings",
        chance.nextInt(30) == 0 ? 0 : 1,
        chance.nextInt(90));
  }

  /**
   * Mostly as the norm asks; three in a hundred are missing, some are written in lower case or with
   * hyphens.
   */
  private @Nullable String isrc(String country, int year) {
    int code = ++serial;
    return switch (chance.nextInt(100)) {
      case 0, 1, 2 -> null;
      case 3 -> "%s-xbl-%02d-%05d".formatted(country, year % 100, code % 100_000);
      case 4 ->
          "%sxbl%02d%05d".formatted(country.toLowerCase(Locale.ROOT), year % 100, code % 100_000);
      default -> "%sXBL%02d%05d".formatted(country, year % 100, code % 100_000);
    };
  }
}
