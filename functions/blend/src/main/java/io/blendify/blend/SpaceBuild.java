package io.blendify.blend;

import static io.blendify.blend.PopulationKinds.ARTIST;
import static io.blendify.blend.PopulationKinds.GENRE;
import static io.blendify.blend.PopulationKinds.RECORDING;

import io.blendify.core.blend.Aspect;
import io.blendify.core.blend.Background;
import io.blendify.core.blend.GroupBuilder;
import io.blendify.core.blend.Pairwise;
import io.blendify.core.blend.Participant;
import io.blendify.core.blend.Sample;
import io.blendify.core.population.Landscape;
import io.blendify.core.population.Listening;
import io.blendify.core.population.Neighbours;
import io.blendify.core.population.Percentiles;
import io.blendify.core.population.Place;
import io.blendify.core.population.Space;
import io.blendify.core.population.Vicinity;
import io.blendify.core.taste.PackedTaste;
import io.blendify.core.taste.TasteProfile;
import io.blendify.core.taste.TasteSource;
import io.blendify.store.blend.BlendRequest.Terms;
import io.blendify.store.blend.BlendSources;
import io.blendify.store.space.Places;
import io.blendify.store.space.Places.Thing;
import io.blendify.store.space.Sampled;
import io.blendify.store.space.Spaces;
import io.blendify.store.taste.Population;
import io.blendify.store.taste.Recordings;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns the taste space anew: from at most {@link Neighbours#MOST_PEOPLE} of those who consent
 * now, and of each only what was consented to and may be used to compare.
 */
@Singleton
class SpaceBuild {

  private static final Logger LOG = LoggerFactory.getLogger(SpaceBuild.class);

  /** Among so many, strangers are drawn. */
  private static final int STRANGERS = 300;

  /** Things written at once. */
  private static final int AT_ONCE = 500;

  private final Spaces spaces;
  private final Places places;
  private final Sampled sampled;
  private final Recordings recordings;
  private final Population population;
  private final BlendSources sources;
  private final InstantSource time;

  SpaceBuild(
      Spaces spaces,
      Places places,
      Sampled sampled,
      Recordings recordings,
      Population population,
      BlendSources sources,
      InstantSource time) {
    this.spaces = spaces;
    this.places = places;
    this.sampled = sampled;
    this.recordings = recordings;
    this.population = population;
    this.sources = sources;
    this.time = time;
  }

  /** Whether there was anything to do. Delivered twice, even at once, it is done once. */
  @Transactional
  boolean run() {
    if (!spaces.tryLock() || !spaces.isDue(time.instant())) {
      return false;
    }
    build();
    spaces.forget();
    return true;
  }

  private void build() {
    var merged = recordings.merged(recordings.mergeMark());
    var sample = new Sample(recording -> merged.getOrDefault(recording, recording));
    var strangers = new GroupBuilder(recording -> merged.getOrDefault(recording, recording));
    int people = read(sample, strangers);
    Map<Aspect, Learnt> learnt = new EnumMap<>(Aspect.class);
    learnt.put(Aspect.ARTISTS, Learnt.from(sample.artists()));
    learnt.put(Aspect.TRACKS, Learnt.from(sample.recordings()));
    var tracks = learnt.get(Aspect.TRACKS);
    long[] numbered = tracks == null ? new long[0] : tracks.recordings();
    int edition = spaces.add(people, percentiles(strangers, learnt), numbered, time.instant());
    learnt.forEach((aspect, of) -> save(edition, aspect, of));
    LOG.info("taste space {} of {} people", edition, people);
  }

  private int read(Sample sample, GroupBuilder strangers) {
    var forbidden =
        sources.terms().stream()
            .filter(terms -> !terms.mayScore())
            .map(Terms::provider)
            .collect(Collectors.toSet());
    return sampled.forEach(
        Neighbours.MOST_PEOPLE,
        person -> {
          if (person.version() == TasteProfile.VERSION && person.packed().length > 0) {
            var taste = PackedTaste.read(person.packed());
            var may = allowed(person.resources(), forbidden);
            sample.add(taste, may);
            if (strangers.size() < STRANGERS) {
              strangers.add(new Participant(person.userId(), "", 1, taste, may, _ -> false));
            }
          }
        });
  }

  private static Predicate<TasteSource> allowed(Set<String> resources, Set<String> forbidden) {
    return source ->
        resources.contains(source.resource()) && !forbidden.contains(source.provider());
  }

  /** What was learnt of one kind of thing. */
  private record Learnt(Listening listening, Space space) {

    static Learnt from(Listening listening) {
      return new Learnt(listening, Space.of(listening));
    }

    Landscape landscape() {
      Map<String, Place> of = new HashMap<>();
      for (int i = 0; i < space.keys().size(); i++) {
        of.put(space.keys().get(i), space.places().get(i));
      }
      return new Landscape(of, space.styles(), Vicinity.NONE);
    }

    /** In the order of their keys: the place of each is its number. */
    long[] recordings() {
      return IntStream.range(0, listening.size())
          .mapToLong(thing -> Long.parseLong(listening.key(thing)))
          .toArray();
    }

    Map<String, Integer> numbers() {
      Map<String, Integer> numbers = new HashMap<>();
      for (int thing = 0; thing < listening.size(); thing++) {
        numbers.put(listening.key(thing), thing);
      }
      return numbers;
    }
  }

  private Percentiles percentiles(GroupBuilder strangers, Map<Aspect, Learnt> learnt) {
    Map<Aspect, Landscape> landscapes = new EnumMap<>(Aspect.class);
    learnt.forEach((aspect, of) -> landscapes.put(aspect, of.landscape()));
    var counts = population.current(time.instant());
    int number = counts.number();
    var listeners =
        Map.of(
            Aspect.ARTISTS, population.listeners(number, ARTIST, strangers.artists()),
            Aspect.GENRES, population.listeners(number, GENRE, strangers.genres()));
    var background =
        new Background(
            counts.people(),
            listeners,
            population.recordingListeners(number, strangers.recordings()),
            landscapes,
            Percentiles.USUAL);
    return new Pairwise(strangers.build(background)).percentiles();
  }

  /** Piece by piece: the neighbours of all recordings together do not fit into memory. */
  private void save(int edition, Aspect aspect, Learnt learnt) {
    var kind = aspect == Aspect.TRACKS ? RECORDING : ARTIST;
    var space = learnt.space();
    places.addStyles(edition, kind, space.styles());
    var things = new ArrayList<Thing>();
    var next = space.places().iterator();
    BiConsumer<String, byte[]> add =
        (key, near) -> {
          things.add(new Thing(key, next.next(), near));
          if (things.size() == AT_ONCE || !next.hasNext()) {
            places.add(edition, kind, things);
            things.clear();
          }
        };
    if (aspect == Aspect.TRACKS && !space.keys().isEmpty()) {
      var numbers = learnt.numbers();
      Neighbours.of(
          learnt.listening(), (key, near) -> add.accept(key, Vicinity.bytes(near, numbers)));
    } else {
      space.keys().forEach(key -> add.accept(key, new byte[0]));
    }
  }
}
