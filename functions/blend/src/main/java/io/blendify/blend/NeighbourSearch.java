package io.blendify.blend;

import io.blendify.blend.BlendInputs.ProviderTerms;
import io.blendify.core.blend.Aspect;
import io.blendify.core.blend.GroupBuilder;
import io.blendify.core.blend.Participant;
import io.blendify.core.blend.Score;
import io.blendify.core.blend.Scoring;
import io.blendify.core.blend.Term;
import io.blendify.core.taste.PackedTaste;
import io.blendify.store.outlook.FindablePeople;
import io.blendify.store.outlook.FindablePerson;
import io.blendify.store.outlook.FoundPerson;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds who listens like somebody, among those who agreed to be found: the score is that of a blend
 * of the two.
 */
@Singleton
final class NeighbourSearch {

  /** Those who share most artists are compared. */
  private static final int COMPARED = 40;

  private static final int FOUND = 20;
  private static final int NAMED = 5;

  /** The same people get the same score every time. */
  private static final long SEED = 1;

  private final FindablePeople findable;
  private final ProfileMaking profiles;
  private final Backgrounds backgrounds;
  private final InstantSource time;

  NeighbourSearch(
      FindablePeople findable,
      ProfileMaking profiles,
      Backgrounds backgrounds,
      InstantSource time) {
    this.findable = findable;
    this.profiles = profiles;
    this.backgrounds = backgrounds;
    this.time = time;
  }

  /** Most alike first; nobody for who did not agree. */
  List<FoundPerson> of(UUID user, PackedTaste taste, BlendInputs inputs, Map<Long, Long> merged) {
    var me = findable.find(user);
    if (me.isEmpty()) {
      return List.of();
    }
    var own = participant(me.get(), taste, inputs.terms());
    return findable.near(user, time.instant(), COMPARED).stream()
        .flatMap(other -> compared(own, other, inputs, merged).stream())
        .sorted(
            Comparator.comparingDouble(FoundPerson::score)
                .reversed()
                .thenComparing(found -> found.userId().toString()))
        .limit(FOUND)
        .toList();
  }

  private Optional<FoundPerson> compared(
      Participant own, FindablePerson other, BlendInputs inputs, Map<Long, Long> merged) {
    var theirs = profiles.kept(other.userId());
    if (theirs.isEmpty()) {
      return Optional.empty();
    }
    var builder = new GroupBuilder(recording -> merged.getOrDefault(recording, recording));
    builder.add(own);
    builder.add(participant(other, theirs.get(), inputs.terms()));
    if (builder.size() < 2) {
      return Optional.empty();
    }
    var score = Scoring.of(builder.build(backgrounds.of(inputs, builder)), SEED);
    return score.value() > 0 ? Optional.of(found(other, score)) : Optional.empty();
  }

  private static FoundPerson found(FindablePerson other, Score score) {
    var shared =
        score.terms().stream()
            .filter(
                term ->
                    term.component().equals(Aspect.ARTISTS.label()) && term.how().equals("shared"))
            .map(Term::name)
            .limit(NAMED)
            .toList();
    return new FoundPerson(
        other.userId(),
        other.name(),
        null,
        score.value(),
        score.interval().low(),
        score.interval().high(),
        shared);
  }

  private static Participant participant(
      FindablePerson person, PackedTaste taste, List<ProviderTerms> terms) {
    Predicate<ProviderTerms> forbids = one -> !one.mayScore();
    Stream<ProviderTerms> forbidding = terms.stream().filter(forbids);
    var may = BlendComputation.allowed(Set.copyOf(person.resources()), forbidding);
    return new Participant(person.userId(), person.name(), 1, taste, may, _ -> false);
  }
}
