package io.blendify.blend;

import io.blendify.blend.BlendInputs.Person;
import io.blendify.blend.BlendInputs.ProviderTerms;
import io.blendify.core.blend.Algorithm;
import io.blendify.core.blend.Aspect;
import io.blendify.core.blend.GroupBuilder;
import io.blendify.core.blend.Participant;
import io.blendify.core.blend.Score;
import io.blendify.core.blend.Scoring;
import io.blendify.core.blend.Selecting;
import io.blendify.core.blend.Selection;
import io.blendify.core.taste.PackedTaste;
import io.blendify.core.taste.TasteSource;
import io.blendify.store.blend.BlendSources;
import io.blendify.store.taste.Recordings;
import io.blendify.store.taste.TasteInputs;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes a blend from its inputs and its seed, and from nothing else. */
@Singleton
class BlendComputation {

  private static final int AT_ONCE = 50;

  private final ProfileMaking profiles;
  private final Recordings recordings;
  private final Backgrounds backgrounds;
  private final BlendSources sources;

  BlendComputation(
      ProfileMaking profiles,
      Recordings recordings,
      Backgrounds backgrounds,
      BlendSources sources) {
    this.profiles = profiles;
    this.recordings = recordings;
    this.backgrounds = backgrounds;
    this.sources = sources;
  }

  /**
   * @param result null where fewer than two people brought anything
   * @param without who brought nothing
   */
  record Outcome(@Nullable Result result, List<UUID> without) {}

  record Result(Score score, Selection selection) {}

  Outcome compute(BlendInputs inputs, long seed) {
    Map<Long, Long> merged = recordings.merged(inputs.merges());
    var builder = new GroupBuilder(recording -> merged.getOrDefault(recording, recording));
    var without = add(inputs, builder);
    if (builder.size() < 2) {
      return new Outcome(null, without);
    }
    var group = builder.build(backgrounds.withOffers(inputs, builder, merged));
    var heard =
        sources.recordingsOf(inputs.heard()).stream()
            .map(recording -> merged.getOrDefault(recording, recording))
            .collect(Collectors.toSet());
    var selection =
        Selecting.of(
            group, Algorithm.of(inputs.algorithm()), inputs.settings().settings(), heard, seed);
    return new Outcome(new Result(named(Scoring.of(group, seed)), selection), without);
  }

  /** Some people at a time, so that a thousand tastes are never in memory. Who brought nothing. */
  private List<UUID> add(BlendInputs inputs, GroupBuilder builder) {
    var without = new ArrayList<UUID>();
    var people = inputs.participants();
    for (int from = 0; from < people.size(); from += AT_ONCE) {
      var some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
      var tastes = tastes(some);
      for (var person : some) {
        var taste = tastes.get(person.userId());
        if (taste == null || !builder.add(participant(person, taste, inputs.terms()))) {
          without.add(person.userId());
        }
      }
    }
    return without;
  }

  private Map<UUID, PackedTaste> tastes(List<Person> people) {
    Map<Integer, Map<UUID, TasteInputs>> byVersion = new TreeMap<>();
    for (var person : people) {
      if (!person.taste().isEmpty()) {
        byVersion
            .computeIfAbsent(person.tasteVersion(), _ -> new HashMap<>())
            .put(person.userId(), person.taste());
      }
    }
    Map<UUID, PackedTaste> tastes = new HashMap<>();
    byVersion.forEach((version, inputs) -> tastes.putAll(profiles.of(version, inputs)));
    return tastes;
  }

  /** The engine knows tracks by number; people know them by name. */
  private Score named(Score score) {
    var tracks =
        score.terms().stream()
            .filter(term -> term.component().equals(Aspect.TRACKS.label()) && term.key() != null)
            .map(term -> Long.valueOf(String.valueOf(term.key())))
            .toList();
    var names = recordings.names(tracks);
    return score.withTerms(
        score.terms().stream()
            .map(
                term ->
                    term.component().equals(Aspect.TRACKS.label()) && term.key() != null
                        ? term.named(
                            names.getOrDefault(
                                Long.valueOf(String.valueOf(term.key())), term.name()))
                        : term)
            .toList());
  }

  private static Participant participant(
      Person person, PackedTaste taste, List<ProviderTerms> terms) {
    var consented = Set.copyOf(person.resources());
    return new Participant(
        person.userId(),
        person.name(),
        person.weight(),
        taste,
        allowed(consented, terms.stream().filter(t -> !t.mayScore())),
        allowed(consented, terms.stream().filter(t -> !t.mayMix())));
  }

  /** What was consented to and what no provider forbids. */
  static Predicate<TasteSource> allowed(Set<String> consented, Stream<ProviderTerms> forbidding) {
    var forbidden = forbidding.map(ProviderTerms::provider).collect(Collectors.toSet());
    return source ->
        consented.contains(source.resource()) && !forbidden.contains(source.provider());
  }
}
