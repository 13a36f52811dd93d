package io.blendify.core.blend;

import io.blendify.core.taste.ArtistTaste;
import io.blendify.core.taste.RecordingTaste;
import io.blendify.core.taste.TasteProfile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * What the members' libraries together know of artists, recordings and genres.
 *
 * <p>What one library knows of an artist's genres is used for all members: a genre is a fact about
 * the artist. A library from a file, which knows no genres, is so compared by them too.
 */
final class Things {

  private final LongUnaryOperator sameAs;
  private final LongFunction<String> titles;
  private final ByAspect<Vocabulary> vocabularies = ByAspect.of(_ -> new Vocabulary());
  private final Map<Integer, Group.Track> tracks = new HashMap<>();
  private final Map<Integer, Set<Integer>> genres = new HashMap<>();

  Things(LongUnaryOperator sameAs, LongFunction<String> titles) {
    this.sameAs = sameAs;
    this.titles = titles;
  }

  ByAspect<Vocabulary> vocabularies() {
    return vocabularies;
  }

  Vocabulary vocabulary(Aspect aspect) {
    return vocabularies.get(aspect);
  }

  /** The number of an artist whom a member likes. */
  int known(ArtistTaste artist) {
    int id = vocabularies.get(Aspect.ARTISTS).id(artist.key(), artist.name());
    var known = genres.computeIfAbsent(id, _ -> new TreeSet<>());
    for (var genre : artist.genres()) {
      known.add(vocabularies.get(Aspect.GENRES).id(genre, genre));
    }
    return id;
  }

  /** The number of a recording that a member has. */
  int known(RecordingTaste recording, TasteProfile profile) {
    long same = sameAs.applyAsLong(recording.recording());
    int id = vocabularies.get(Aspect.TRACKS).id(Long.toString(same), titles.apply(same));
    boolean explicit = Boolean.TRUE.equals(recording.explicit());
    var artists =
        recording.artists().stream()
            .mapToInt(place -> named(profile.artists().get(place)))
            .toArray();
    tracks.merge(id, new Group.Track(same, explicit, artists, 0), this::together);
    return id;
  }

  /** The fuller credits, by which neither comes first. */
  private Group.Track together(Group.Track a, Group.Track b) {
    var order = Comparator.<int[]>comparingInt(ids -> ids.length).thenComparing(this::credits);
    var artists = order.compare(a.artists(), b.artists()) >= 0 ? a.artists() : b.artists();
    return new Group.Track(a.recording(), a.explicit() || b.explicit(), artists, 0);
  }

  private String credits(int[] artists) {
    var names = vocabularies.get(Aspect.ARTISTS);
    return Arrays.stream(artists).mapToObj(names::key).collect(Collectors.joining("|"));
  }

  private int named(ArtistTaste artist) {
    return vocabularies.get(Aspect.ARTISTS).id(artist.key(), artist.name());
  }

  void offer(Offer offer) {
    var vocabulary = vocabularies.get(Aspect.TRACKS);
    var key = Long.toString(offer.recording());
    if (vocabulary.find(key) >= 0) {
      return;
    }
    int id = vocabulary.id(key, offer.title());
    var artists =
        offer.artists().stream()
            .mapToInt(artist -> vocabularies.get(Aspect.ARTISTS).id(artist, artist))
            .toArray();
    tracks.put(id, new Group.Track(offer.recording(), offer.explicit(), artists, offer.version()));
  }

  /** Of every track under its new number. */
  Group.Track[] tracks(ByAspect<int[]> numbers) {
    var byNumber = new Group.Track[vocabularies.get(Aspect.TRACKS).size()];
    var artistNumbers = numbers.get(Aspect.ARTISTS);
    tracks.forEach(
        (id, track) ->
            byNumber[numbers.get(Aspect.TRACKS)[id]] =
                new Group.Track(
                    track.recording(),
                    track.explicit(),
                    Arrays.stream(track.artists()).map(artist -> artistNumbers[artist]).toArray(),
                    track.offered()));
    return byNumber;
  }

  /** Of every artist under the new number: new numbers of the genres, ascending. */
  int[][] genres(ByAspect<int[]> numbers) {
    var byNumber = new int[vocabularies.get(Aspect.ARTISTS).size()][0];
    genres.forEach(
        (artist, of) ->
            byNumber[numbers.get(Aspect.ARTISTS)[artist]] =
                of.stream()
                    .mapToInt(genre -> numbers.get(Aspect.GENRES)[genre])
                    .sorted()
                    .toArray());
    return byNumber;
  }
}
