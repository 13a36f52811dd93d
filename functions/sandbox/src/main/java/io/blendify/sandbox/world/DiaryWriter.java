package io.blendify.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Decides what a person does on a day. Within any ten days each of them saves and un-saves, edits,
 * renames, makes and deletes playlists, and stops following an artist, so that a test of ten days
 * meets every kind of change.
 */
final class DiaryWriter {

  /** Tracks of a playlist that shall not vanish. */
  private static final int KEPT_AT_LEAST = 20;

  private final long seed;
  private final Person person;
  private final Past past;
  private final Picks picks;

  DiaryWriter(long seed, Person person, Past past, Picks picks) {
    this.seed = seed;
    this.person = person;
    this.past = past;
    this.picks = picks;
  }

  /** What happened before the world began, oldest first. */
  List<Change> past() {
    return past.changes();
  }

  /** What happens on the day, oldest first; the library is left as it is at the end of the day. */
  List<Change> day(LocalDate day, Library library) {
    return new Day(day, library).written();
  }

  /** One day while it is written. */
  private final class Day {

    private final List<Change> changes = new ArrayList<>();
    private final Library library;
    private final SplittableRandom chance;
    private final long turn;
    private Instant now;

    Day(LocalDate day, Library library) {
      this.library = library;
      this.chance = Chance.of(seed, "day", person.key(), day.toEpochDay());
      this.turn = day.toEpochDay() + person.index();
      this.now = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(6));
    }

    List<Change> written() {
      saves();
      albums();
      artists();
      edits();
      playlists();
      return changes;
    }

    private boolean every(int days, int offset) {
      return Math.floorMod(turn, (long) days) == offset;
    }

    /**
     * At most some 25 things happen on a day, so with steps below 40 minutes the day is long
     * enough.
     */
    private Instant later() {
      now = now.plusSeconds(chance.nextInt(20, 1_900)).truncatedTo(ChronoUnit.SECONDS);
      return now;
    }

    private void happens(Change change) {
      library.apply(change);
      changes.add(change);
    }

    private void saves() {
      int count = every(2, 0) ? chance.nextInt(1, 4) : chance.nextInt(0, 2);
      for (int i = 0; i < count; i++) {
        picks
            .track(chance, library.tracks().keySet())
            .ifPresent(track -> happens(new Change.TrackSaved(later(), track)));
      }
      if (every(3, 0) && library.tracks().size() > 8) {
        var gone = any(library.tracks().values()).what();
        happens(new Change.TrackUnsaved(later(), gone));
        if (every(4, 0)) {
          happens(new Change.TrackSaved(later(), gone));
        }
      }
    }

    private void albums() {
      if (every(4, 1)) {
        picks
            .album(chance, library.albums().keySet())
            .ifPresent(album -> happens(new Change.AlbumSaved(later(), album)));
      }
      if (every(7, 2) && library.albums().size() > 3) {
        happens(new Change.AlbumUnsaved(later(), any(library.albums().values()).what()));
      }
    }

    private void artists() {
      if (every(4, 3)) {
        picks
            .artist(chance, library.artists().keySet())
            .ifPresent(artist -> happens(new Change.ArtistFollowed(later(), artist)));
      }
      if (every(5, 1) && library.artists().size() > 4) {
        happens(new Change.ArtistUnfollowed(later(), any(library.artists().values())));
      }
    }

    /** What is special about some playlists stays: see {@link Past#isKept}. */
    private void edits() {
      if (every(2, 1)) {
        withOwn(this::isOpenEnded, 1, own -> add(own, own.getValue().entries.size()));
      }
      if (every(5, 3)) {
        withOwn(this::isOpenEnded, 1, own -> add(own, 0));
      }
      if (every(4, 2)) {
        withOwn(
            this::canSpareOne,
            3,
            entry -> happens(new Change.EntryRemoved(later(), entry.getKey(), place(entry))));
      }
      if (every(6, 5)) {
        withOwn(
            this::isOpenEnded,
            3,
            entry -> happens(new Change.EntryMoved(later(), entry.getKey(), place(entry), 0)));
      }
      if (every(8, 6)) {
        withOwn(
            this::isPlain,
            3,
            entry -> happens(new Change.EntryLost(later(), entry.getKey(), place(entry))));
      }
      if (every(10, 6)) {
        withOwn(
            this::isPlain,
            0,
            entry ->
                happens(new Change.PlaylistRenamed(later(), entry.getKey(), picks.title(chance))));
      }
    }

    private boolean isPlain(Map.Entry<String, Library.Draft> own) {
      return !past.isKept(own.getKey());
    }

    private boolean isOpenEnded(Map.Entry<String, Library.Draft> own) {
      return !past.isAncient(own.getKey());
    }

    private boolean canSpareOne(Map.Entry<String, Library.Draft> own) {
      return isPlain(own) || isOpenEnded(own) && own.getValue().entries.size() > KEPT_AT_LEAST;
    }

    private void playlists() {
      if (every(9, 5)) {
        make();
      }
      var spare =
          library.own().stream().map(Map.Entry::getKey).filter(id -> !past.isKept(id)).toList();
      if (every(9, 8) && !spare.isEmpty()) {
        happens(new Change.PlaylistDeleted(later(), any(spare)));
      }
      if (every(10, 7)) {
        picks
            .foreignPlaylist(chance, library.playlistIds())
            .ifPresent(id -> happens(new Change.PlaylistFollowed(later(), id)));
      }
      var tired = library.followed().stream().filter(id -> !past.isDear(id)).toList();
      if (every(10, 2) && !tired.isEmpty()) {
        happens(new Change.PlaylistUnfollowed(later(), any(tired)));
      }
    }

    private void make() {
      var id = Playlist.idOf(seed, person, past.playlistsMade() + (int) (turn / 9));
      happens(
          new Change.PlaylistMade(
              later(), id, picks.title(chance), "", chance.nextBoolean(), null, Playlist.Kind.OWN));
      for (int i = chance.nextInt(3, 9); i > 0; i--) {
        add(id, 0, person);
      }
    }

    /** Into a shared one the other puts a third of what comes. */
    private void add(Map.Entry<String, Library.Draft> own, int position) {
      var other = own.getValue().collaborator();
      add(own.getKey(), position, other != null && chance.nextInt(3) == 0 ? other : person);
    }

    private void add(String id, int position, Person by) {
      var at = later();
      var entry = new Playlist.Entry(at, by.id(), new Media.OfCatalog(picks.track(chance)));
      happens(new Change.EntryAdded(at, id, position, entry));
    }

    /**
     * A place with a track: files, episodes and lost tracks stay, so that there always are some.
     */
    private int place(Map.Entry<String, Library.Draft> of) {
      var entries = of.getValue().entries;
      var tracks =
          IntStream.range(0, entries.size()).filter(i -> isTrack(entries.get(i))).boxed().toList();
      return any(tracks);
    }

    private static boolean isTrack(Playlist.Entry entry) {
      return entry.media() instanceof Media.OfCatalog;
    }

    /**
     * Does it to one of the person's own playlists that fits and has so many tracks, if any does.
     */
    private void withOwn(
        Predicate<Map.Entry<String, Library.Draft>> fits,
        int tracks,
        Consumer<Map.Entry<String, Library.Draft>> act) {
      var own =
          library.own().stream()
              .filter(fits)
              .filter(
                  entry -> entry.getValue().entries.stream().filter(Day::isTrack).count() >= tracks)
              .toList();
      if (!own.isEmpty()) {
        act.accept(any(own));
      }
    }

    private <T> T any(Collection<T> from) {
      return List.copyOf(from).get(chance.nextInt(from.size()));
    }
  }
}
