package io.blendify.core.blend;

import io.blendify.core.population.Neighbour;
import io.blendify.core.taste.ArtistTaste;
import io.blendify.core.taste.RecordingTaste;
import io.blendify.core.taste.Strength;
import io.blendify.core.taste.TasteProfile;
import io.blendify.core.taste.TasteSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes in profiles one by one and keeps of each only numbers, so that a thousand people fit.
 *
 * <p>What one member's library knows of an artist's genres is used for all members: a genre is a
 * fact about the artist. A library from a file, which knows no genres, is so compared by them too.
 */
public final class GroupBuilder {

  /** A genre of an artist is a weaker sign of taste than the artist. */
  private static final double GENRE_OF_ARTIST = 0.5;

  private final LongUnaryOperator sameAs;
  private final LongFunction<String> titles;
  private final ByAspect<Vocabulary> vocabularies = ByAspect.of(_ -> new Vocabulary());
  private final List<Member> members = new ArrayList<>();
  private final Map<Integer, Group.Track> tracks = new HashMap<>();
  private final Map<Integer, Set<Integer>> genres = new HashMap<>();
  private final Set<UUID> users = new HashSet<>();

  /**
   * @param sameAs the recording that stands for this one, where two turned out to be one; otherwise
   *     the same
   */
  public GroupBuilder(LongUnaryOperator sameAs) {
    this(sameAs, Long::toString);
  }

  /**
   * @param titles what a recording is called whatever its number: with it, the same libraries give
   *     the same blend in every database
   */
  public GroupBuilder(LongUnaryOperator sameAs, LongFunction<String> titles) {
    this.sameAs = sameAs;
    this.titles = titles;
  }

  /** Returns whether anything of the participant may be used; who brings nothing is left out. */
  public boolean add(Participant participant) {
    if (!users.add(participant.userId())) {
      throw new IllegalArgumentException(participant.userId() + " takes part twice");
    }
    var profile = participant.profile();
    var mayScore = allowed(profile, participant.mayScore());
    var mayMix = allowed(profile, participant.mayMix());
    var scored = view(profile, mayScore);
    var mixed = view(profile, mayMix);
    if (scored.isEmpty() && mixed.isEmpty()) {
      return false;
    }
    members.add(
        new Member(
            participant.userId(),
            participant.name(),
            participant.weight(),
            scored,
            mixed,
            library(profile, mayMix)));
    return true;
  }

  /** Everything of that aspect that came so far; for looking up what is common. */
  public List<String> keys(Aspect aspect) {
    return vocabularies.get(aspect).keys();
  }

  /**
   * Recordings that none of the members has and that go with what they have.
   *
   * @param neighbours by recording
   */
  public Set<String> further(Map<String, List<Neighbour>> neighbours) {
    var vocabulary = vocabularies.get(Aspect.TRACKS);
    var further =
        Further.strongest(
            members.stream()
                .map(member -> Further.liked(member.mixed().of(Aspect.TRACKS), vocabulary))
                .map(liked -> Further.of(liked, neighbours))
                .toList());
    further.removeIf(key -> vocabulary.find(key) >= 0);
    return further;
  }

  /** A track that may be chosen though no member has it. What a member has is no offer. */
  public void offer(Offer offer) {
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

  /** How many of those added brought anything. */
  public int size() {
    return members.size();
  }

  public Group build(Background background) {
    ByAspect<int[]> numbers = ByAspect.of(aspect -> vocabularies.get(aspect).sort());
    var genresOfArtists = genres(numbers);
    var sorted =
        members.stream()
            .map(member -> withGenres(renumbered(member, numbers), genresOfArtists))
            .sorted(
                Comparator.comparing(Member::name)
                    .thenComparing(member -> member.userId().toString()))
            .toList();
    return new Group(sorted, vocabularies, background, tracks(numbers), genresOfArtists);
  }

  private static boolean[] allowed(TasteProfile profile, Predicate<TasteSource> may) {
    var allowed = new boolean[profile.sources().size()];
    for (int i = 0; i < allowed.length; i++) {
      allowed[i] = may.test(profile.sources().get(i));
    }
    return allowed;
  }

  private View view(TasteProfile profile, boolean[] allowed) {
    IntPredicate may = source -> allowed[source];
    Map<Integer, Double> artists = new TreeMap<>();
    for (var artist : profile.artists()) {
      double strength = Strength.of(artist.signals(), may);
      if (strength > 0) {
        artists.put(known(artist), strength);
      }
    }
    Map<Integer, Double> recordings = new TreeMap<>();
    for (var recording : profile.recordings()) {
      double strength = Strength.of(recording.signals(), may);
      if (strength > 0) {
        recordings.merge(known(recording, profile), strength, Math::max);
      }
    }
    return new View(
        new EnumMap<>(
            Map.of(Aspect.ARTISTS, Likes.of(artists), Aspect.TRACKS, Likes.of(recordings))),
        IntStream.range(0, allowed.length)
            .filter(may)
            .mapToObj(i -> label(profile.sources().get(i)))
            .toList());
  }

  private static String label(TasteSource source) {
    return String.join(" ", source.provider(), source.resource(), source.part()).strip();
  }

  private int known(ArtistTaste artist) {
    int id = vocabularies.get(Aspect.ARTISTS).id(artist.key(), artist.name());
    var known = genres.computeIfAbsent(id, _ -> new TreeSet<>());
    for (var genre : artist.genres()) {
      known.add(vocabularies.get(Aspect.GENRES).id(genre, genre));
    }
    return id;
  }

  private int known(RecordingTaste recording, TasteProfile profile) {
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

  private Library library(TasteProfile profile, boolean[] allowed) {
    Map<Integer, RecordingTaste> strongest = new TreeMap<>();
    for (var recording : profile.recordings()) {
      var signals = recording.signals().stream().filter(s -> allowed[s.source()]).toList();
      if (!signals.isEmpty()) {
        var usable =
            new RecordingTaste(
                recording.recording(),
                recording.version(),
                recording.explicit(),
                recording.artists(),
                signals);
        strongest.putIfAbsent(known(recording, profile), usable);
      }
    }
    return new Library(
        strongest.keySet().stream().mapToInt(Integer::intValue).toArray(),
        strongest.values().stream().mapToLong(RecordingTaste::version).toArray(),
        strongest.values().stream()
            .map(recording -> Because.of(recording.signals(), profile.sources()))
            .toArray(String[]::new),
        profile.sources());
  }

  private static Member withGenres(Member member, int[][] genres) {
    return new Member(
        member.userId(),
        member.name(),
        member.weight(),
        withGenres(member.scored(), genres),
        withGenres(member.mixed(), genres),
        member.library());
  }

  private static View withGenres(View view, int[][] genres) {
    Map<Integer, Double> missed = new TreeMap<>();
    var artists = view.of(Aspect.ARTISTS);
    for (int i = 0; i < artists.size(); i++) {
      var known = genres[artists.ids[i]];
      double sign = GENRE_OF_ARTIST * artists.weights[i] / Math.sqrt(Math.max(1, known.length));
      for (int genre : known) {
        missed.merge(genre, 1 - sign, (a, b) -> a * b);
      }
    }
    missed.replaceAll((_, miss) -> 1 - miss);
    Map<Aspect, Likes> likes = new EnumMap<>(view.likes());
    likes.put(Aspect.GENRES, Likes.of(missed));
    return new View(likes, view.sources());
  }

  private static Member renumbered(Member member, ByAspect<int[]> numbers) {
    return new Member(
        member.userId(),
        member.name(),
        member.weight(),
        member.scored().renumbered(numbers),
        member.mixed().renumbered(numbers),
        member.library().renumbered(numbers.get(Aspect.TRACKS)));
  }

  private Group.Track[] tracks(ByAspect<int[]> numbers) {
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

  private int[][] genres(ByAspect<int[]> numbers) {
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
