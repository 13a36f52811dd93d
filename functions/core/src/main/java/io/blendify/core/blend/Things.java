package io.blendify.core.blend;

import io.blendify.core.taste.PackedTaste;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the members' libraries together know of artists, recordings and genres.
 *
 * <p>What one library knows of an artist's genres is used for all members: a genre is a fact about
 * the artist. A library from a file, which knows no genres, is so compared by them too.
 */
final class Things {

  private static final int[] NONE = {};

  private final LongUnaryOperator sameAs;
  private final Names artists = new Names(Aspect.ARTISTS);
  private final Names genres = new Names(Aspect.GENRES);
  private final Tracks tracks = new Tracks();

  /** By artist, genres in the order in which they came. */
  private final List<int[]> genresOfArtists = new ArrayList<>();

  Things(LongUnaryOperator sameAs) {
    this.sameAs = sameAs;
  }

  Names artists() {
    return artists;
  }

  Names genres() {
    return genres;
  }

  Tracks tracks() {
    return tracks;
  }

  Vocabulary vocabulary(Aspect aspect) {
    return switch (aspect) {
      case ARTISTS -> artists;
      case TRACKS -> tracks;
      case GENRES -> genres;
    };
  }

  /** The things of one taste under the numbers that they have here; each is looked up once. */
  final class Numbering {

    private final PackedTaste taste;
    private final int[] ofArtists;
    private final int[] ofGenres;
    private final int[] ofRecordings;
    private final boolean[] liked;

    Numbering(PackedTaste taste) {
      this.taste = taste;
      this.ofArtists = unknown(taste.artists().size());
      this.ofGenres = unknown(taste.artists().genreCount());
      this.ofRecordings = unknown(taste.recordings().size());
      this.liked = new boolean[ofArtists.length];
    }

    /** The number of an artist whom the member likes. */
    int likedArtist(int place) {
      int id = artist(place);
      if (!liked[place]) {
        liked[place] = true;
        addGenres(id, taste.artists().genresOf(place));
      }
      return id;
    }

    private int artist(int place) {
      if (ofArtists[place] < 0) {
        ofArtists[place] = artists.id(taste.artists().key(place), taste.artists().name(place));
      }
      return ofArtists[place];
    }

    private void addGenres(int artist, int[] places) {
      while (genresOfArtists.size() <= artist) {
        genresOfArtists.add(NONE);
      }
      for (int place : places) {
        if (ofGenres[place] < 0) {
          var genre = taste.artists().genre(place);
          ofGenres[place] = genres.id(genre, genre);
        }
        addGenre(artist, ofGenres[place]);
      }
    }

    private void addGenre(int artist, int genre) {
      var known = genresOfArtists.get(artist);
      for (int one : known) {
        if (one == genre) {
          return;
        }
      }
      var more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = genre;
      genresOfArtists.set(artist, more);
    }

    /** The number of a recording that the member has. */
    int recording(int place) {
      if (ofRecordings[place] < 0) {
        ofRecordings[place] = find(place);
      }
      return ofRecordings[place];
    }

    /** The number of a recording that was asked for; -1 for others. */
    int known(int place) {
      return ofRecordings[place];
    }

    private int find(int place) {
      var recordings = taste.recordings();
      long same = sameAs.applyAsLong(recordings.recording(place));
      int id = tracks.find(same);
      if (id >= 0 && saysTheSame(tracks.get(id), place)) {
        return id;
      }
      var by = Arrays.stream(recordings.artists(place)).map(this::artist).toArray();
      var track =
          new Group.Track(same, recordings.isExplicit(place), by, 0, recordings.title(place));
      if (id < 0) {
        return tracks.add(track);
      }
      tracks.set(id, together(tracks.get(id), track));
      return id;
    }

    private boolean saysTheSame(Group.Track known, int place) {
      var recordings = taste.recordings();
      var credits = recordings.artists(place);
      boolean same =
          known.artists().length == credits.length
              && known.explicit() == recordings.isExplicit(place)
              && known.title() == recordings.title(place);
      for (int i = 0; same && i < credits.length; i++) {
        same = known.artists()[i] == artist(credits[i]);
      }
      return same;
    }
  }

  private static int[] unknown(int size) {
    var numbers = new int[size];
    Arrays.fill(numbers, -1);
    return numbers;
  }

  /** The fuller credits and the lesser title, by which neither comes first. */
  private Group.Track together(Group.Track a, Group.Track b) {
    boolean same = Arrays.equals(a.artists(), b.artists());
    if (same && a.explicit() == b.explicit() && a.title() <= b.title()) {
      return a;
    }
    var order = Comparator.<int[]>comparingInt(ids -> ids.length).thenComparing(this::credits);
    var fuller = same || order.compare(a.artists(), b.artists()) >= 0 ? a.artists() : b.artists();
    return new Group.Track(
        a.recording(), a.explicit() || b.explicit(), fuller, 0, Math.min(a.title(), b.title()));
  }

  private String credits(int[] ids) {
    return Arrays.stream(ids).mapToObj(artists::key).collect(Collectors.joining("|"));
  }

  void offer(Offer offer) {
    if (tracks.find(offer.recording()) >= 0) {
      return;
    }
    var by = offer.artists().stream().mapToInt(artist -> artists.id(artist, artist)).toArray();
    tracks.add(
        new Group.Track(
            offer.recording(), offer.explicit(), by, offer.version(), offer.title().hashCode()));
  }

  /** Gives everything its final number; the old ones are not valid any more. */
  ByAspect<int[]> sort() {
    var ofArtists = artists.sort();
    var ofTracks = tracks.sort(ofArtists);
    var ofGenres = genres.sort();
    return ByAspect.of(
        aspect ->
            switch (aspect) {
              case ARTISTS -> ofArtists;
              case TRACKS -> ofTracks;
              case GENRES -> ofGenres;
            });
  }

  /** Of every artist under the new number: new numbers of the genres, ascending. */
  int[][] genresOfArtists(ByAspect<int[]> numbers) {
    var byNumber = new int[artists.size()][];
    Arrays.fill(byNumber, NONE);
    IntStream.range(0, genresOfArtists.size())
        .forEach(
            artist ->
                byNumber[numbers.get(Aspect.ARTISTS)[artist]] =
                    Arrays.stream(genresOfArtists.get(artist))
                        .map(genre -> numbers.get(Aspect.GENRES)[genre])
                        .sorted()
                        .toArray());
    return byNumber;
  }
}
