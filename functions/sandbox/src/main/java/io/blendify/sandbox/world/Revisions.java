package io.blendify.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the provider changes about its own objects while their ids stay: since the world began a few
 * of them each day, the well known ones more often.
 */
public final class Revisions {

  private static final int MOST_A_DAY = 4;

  private enum Kind {
    ALBUM_COVER,
    ALBUM_REISSUED,
    TRACK_RESTYLED,
    ARTIST_PICTURE,
    ARTIST_GENRES
  }

  private record Key(Kind kind, String id) {}

  private final long seed;
  private final List<Artist> artists;
  private final Catalog catalog;

  /** When each thing changed, oldest first. */
  private final Map<Key, List<Instant>> changes = new ConcurrentHashMap<>();

  private volatile LocalDate next = LocalDate.ofInstant(World.BEGINNING, ZoneOffset.UTC);

  Revisions(long seed, Catalog catalog) {
    this.seed = seed;
    this.catalog = catalog;
    this.artists =
        catalog.artists().stream().filter(artist -> !catalog.tracksOf(artist).isEmpty()).toList();
  }

  /**
   * The album as the provider describes it at the instant: with another cover, or released anew.
   */
  public Album of(Album album, Instant at) {
    int covers = count(Kind.ALBUM_COVER, album.id(), at);
    var reissues = until(Kind.ALBUM_REISSUED, album.id(), at);
    if (covers == 0 && reissues.isEmpty()) {
      return album;
    }
    return new Album(
        album.id(),
        album.name(),
        album.kind(),
        album.artists(),
        reissues.isEmpty() ? album.releaseDate() : day(reissues.getLast()).toString(),
        album.totalTracks(),
        album.upc(),
        album.label(),
        album.cover() + covers,
        album.popularity());
  }

  /**
   * The track as the provider describes it at the instant: perhaps in lower case, as is the
   * fashion.
   */
  public Track of(Track track, Instant at) {
    if (count(Kind.TRACK_RESTYLED, track.id(), at) % 2 == 0) {
      return track;
    }
    return new Track(
        track.id(),
        restyled(track.name()),
        track.artists(),
        track.album(),
        track.disc(),
        track.number(),
        track.durationMs(),
        track.explicit(),
        track.isrc(),
        track.popularity());
  }

  /**
   * The artist as the provider describes them at the instant: with another picture, other genres.
   */
  public Artist of(Artist artist, Instant at) {
    int pictures = count(Kind.ARTIST_PICTURE, artist.id(), at);
    int genres = count(Kind.ARTIST_GENRES, artist.id(), at);
    if (pictures + genres == 0) {
      return artist;
    }
    return new Artist(
        artist.id(),
        artist.name(),
        artist.scene(),
        genres == 0 ? artist.genres() : genres(artist, genres),
        artist.popularity(),
        artist.followers(),
        artist.picture() + pictures);
  }

  private static String restyled(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(name) ? name.toUpperCase(Locale.ROOT) : lower;
  }

  /** Now a genre of the scene more, now one less. */
  private static List<String> genres(Artist artist, int change) {
    var ofScene = Scenes.of(artist.scene()).genres();
    var other = ofScene.get(change % ofScene.size());
    return artist.genres().contains(other)
        ? artist.genres().stream().filter(genre -> !genre.equals(other)).toList()
        : Stream.concat(artist.genres().stream(), Stream.of(other)).toList();
  }

  private int count(Kind kind, String id, Instant at) {
    return until(kind, id, at).size();
  }

  private List<Instant> until(Kind kind, String id, Instant at) {
    if (!day(at).isBefore(next)) {
      writeUntil(day(at));
    }
    var all = changes.getOrDefault(new Key(kind, id), List.of());
    int count = 0;
    while (count < all.size() && !all.get(count).isAfter(at)) {
      count++;
    }
    return all.subList(0, count);
  }

  private synchronized void writeUntil(LocalDate day) {
    for (var writing = next; !writing.isAfter(day); writing = writing.plusDays(1)) {
      write(writing);
      next = writing.plusDays(1);
    }
  }

  private void write(LocalDate day) {
    var chance = Chance.of(seed, "revisions", day.toEpochDay());
    var at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (int n = chance.nextInt(1, MOST_A_DAY + 1); n > 0; n--) {
      at = at.plus(Duration.ofSeconds(chance.nextInt(60, 20_000)));
      var kind = Chance.pick(chance, List.of(Kind.values()));
      changes.merge(new Key(kind, id(kind, chance)), List.of(at), Revisions::joined);
    }
  }

  private String id(Kind kind, SplittableRandom chance) {
    var artist = wellKnown(chance);
    var track = Chance.pick(chance, catalog.tracksOf(artist));
    return switch (kind) {
      case ALBUM_COVER, ALBUM_REISSUED -> track.album().id();
      case TRACK_RESTYLED -> track.id();
      case ARTIST_PICTURE, ARTIST_GENRES -> artist.id();
    };
  }

  private Artist wellKnown(SplittableRandom chance) {
    return Stream.generate(() -> Chance.pick(chance, artists))
        .limit(3)
        .max(Comparator.comparingInt(Artist::popularity))
        .orElseThrow();
  }

  private static List<Instant> joined(List<Instant> old, List<Instant> more) {
    var all = new ArrayList<>(old);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
