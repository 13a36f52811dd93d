package io.blendify.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a person had gathered before the world began: saves of years, playlists of every kind,
 * artists followed.
 */
final class Past {

  /** Playlists whose ids are taken by the past: own ones, then the shared and the special ones. */
  private static final int MOST_PLAYLISTS = 16;

  /** Which of a person's playlists is from before dates were kept. */
  private static final int ANCIENT = 2;

  private static final Instant BEFORE_DATES_WERE_KEPT = Instant.parse("2010-03-01T00:00:00Z");

  private final long seed;
  private final Person person;
  private final @Nullable Person friend;
  private final Picks picks;
  private final List<String> followed;
  private final List<Change> changes = new ArrayList<>();
  private final SplittableRandom chance;

  /**
   * @param friend with whom the person keeps a collaborative playlist; null for somebody without
   *     one
   * @param followed ids of playlists of others that the person follows from the beginning
   */
  Past(long seed, Person person, @Nullable Person friend, Picks picks, List<String> followed) {
    this.seed = seed;
    this.person = person;
    this.friend = friend;
    this.picks = picks;
    this.followed = List.copyOf(followed);
    this.chance = Chance.of(seed, "past", person.key());
  }

  /** How many ids of {@link Playlist#idOf} the past may have used. */
  int playlistsMade() {
    return MOST_PLAYLISTS;
  }

  /** Whether the person never stops following the playlist. */
  boolean isDear(String playlistId) {
    return followed.subList(0, followed.size() - 2).contains(playlistId);
  }

  /** Whether the playlist is from before dates were kept; nobody touches it any more. */
  boolean isAncient(String playlistId) {
    return playlistId.equals(Playlist.idOf(seed, person, ANCIENT));
  }

  /**
   * Whether the playlist never vanishes, nor what is special about it: the odd, the very old, the
   * shared and the generated one.
   */
  boolean isKept(String playlistId) {
    return IntStream.of(0, ANCIENT, shared() - 1, shared())
        .anyMatch(n -> playlistId.equals(Playlist.idOf(seed, person, n)));
  }

  /** Which of a person's playlists is the one shared with a friend. */
  static int shared() {
    return MOST_PLAYLISTS - 1;
  }

  /** Oldest first. */
  List<Change> changes() {
    tracks();
    albums();
    artists();
    for (int n = 0; n < ownCount(person); n++) {
      playlist(n, picks.title(chance), size(n), null, Playlist.Kind.OWN);
    }
    if (friend != null) {
      playlist(shared(), "Us two & the road 🚐", 24, friend, Playlist.Kind.COLLABORATIVE);
    }
    if (hasGenerated(person)) {
      playlist(shared() - 1, "On repeat, sort of", 30, null, Playlist.Kind.GENERATED);
    }
    oddities();
    followed.forEach(id -> changes.add(new Change.PlaylistFollowed(sometime(), id)));
    changes.sort(Comparator.comparing(Change::at));
    return List.copyOf(changes);
  }

  static int ownCount(Person person) {
    return 4 + person.index() % 5;
  }

  /** The first of the demo people have one, and every fifth of the rest. */
  private static boolean hasGenerated(Person person) {
    return person.index() % 5 == 0;
  }

  private int size(int n) {
    return person.savedTracks() > 1_000 && n == 0 ? 320 : chance.nextInt(n == 1 ? 0 : 8, 72);
  }

  private void tracks() {
    var taken = new HashSet<String>();
    for (int i = 0; i < person.savedTracks(); i++) {
      picks
          .track(chance, taken)
          .filter(track -> taken.add(track.id()))
          .ifPresent(track -> changes.add(new Change.TrackSaved(sometime(), track)));
    }
  }

  private void albums() {
    var taken = new HashSet<String>();
    for (int i = 8 + person.savedTracks() / 10; i > 0; i--) {
      picks
          .album(chance, taken)
          .filter(album -> taken.add(album.id()))
          .ifPresent(album -> changes.add(new Change.AlbumSaved(sometime(), album)));
    }
  }

  private void artists() {
    var taken = new HashSet<String>();
    for (int i = chance.nextInt(12, 34) + person.savedTracks() / 50; i > 0; i--) {
      picks
          .artist(chance, taken)
          .filter(artist -> taken.add(artist.id()))
          .ifPresent(artist -> changes.add(new Change.ArtistFollowed(sometime(), artist)));
    }
  }

  private void playlist(int n, String name, int size, @Nullable Person with, Playlist.Kind kind) {
    var id = Playlist.idOf(seed, person, n);
    boolean ancient = n == ANCIENT;
    var at = ancient ? BEFORE_DATES_WERE_KEPT.plus(Duration.ofDays(person.index())) : sometime();
    var description =
        n % 3 == 0 ? "" : "Made on a " + (n % 2 == 0 ? "rainy" : "sunny") + " afternoon";
    var isPublic = n % 4 == 3 ? null : Boolean.valueOf(n % 4 == 0);
    changes.add(new Change.PlaylistMade(at, id, name, description, isPublic, with, kind));
    for (int i = 0; i < size; i++) {
      at = ancient ? at.plusSeconds(1) : between(at);
      var by = with != null && chance.nextInt(3) == 0 ? with : person;
      var media = new Media.OfCatalog(picks.track(chance));
      changes.add(
          new Change.EntryAdded(
              at, id, i, ancient ? entry(media) : new Playlist.Entry(at, by.id(), media)));
    }
  }

  private static Playlist.Entry entry(Media media) {
    return new Playlist.Entry(null, null, media);
  }

  /**
   * The first own playlist has everything that is not simply a track: a file, an episode, a lost
   * track.
   */
  private void oddities() {
    var id = Playlist.idOf(seed, person, 0);
    var at = World.BEGINNING.minus(Duration.ofDays(20));
    var made = new ArrayList<Media>();
    made.add(new Media.LocalFile("Garage Bänd", "Tapes", "Demo " + person.index(), 273_000));
    made.add(episode());
    made.add(null);
    for (int i = 0; i < made.size(); i++) {
      at = at.plusSeconds(3_600);
      changes.add(
          new Change.EntryAdded(
              at, id, 2 + 2 * i, new Playlist.Entry(at, person.id(), made.get(i))));
    }
  }

  private Media.Episode episode() {
    return new Media.Episode(
        Chance.base62(22, seed, "episode", person.index() % 7),
        "Folge " + (person.index() % 7 + 1) + ": Über das Hören",
        Chance.base62(22, seed, "show"),
        "The Long Listen",
        "2025-0%d-11".formatted(person.index() % 7 + 1),
        2_412_000);
  }

  /**
   * Whole seconds, as the provider gives them, between the day the person joined and a month before
   * the beginning.
   */
  private Instant sometime() {
    long span = Duration.between(person.joined(), World.BEGINNING).toSeconds() - 30 * 86_400L;
    return person.joined().plusSeconds(chance.nextLong(span)).truncatedTo(ChronoUnit.SECONDS);
  }

  private Instant between(Instant from) {
    long rest = Duration.between(from, World.BEGINNING).toSeconds() - 25 * 86_400L;
    return from.plusSeconds(chance.nextLong(Math.max(2, rest / 12)));
  }
}
