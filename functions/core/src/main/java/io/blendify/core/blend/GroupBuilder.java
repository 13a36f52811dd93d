package io.blendify.core.blend;

import io.blendify.core.population.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/** Takes in profiles one by one and keeps of each only numbers, so that a thousand people fit. */
public final class GroupBuilder {

  private final Things things;
  private final Views views;
  private final List<Member> members = new ArrayList<>();
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
    this.things = new Things(sameAs, titles);
    this.views = new Views(things);
  }

  /** Returns whether anything of the participant may be used; who brings nothing is left out. */
  public boolean add(Participant participant) {
    if (!users.add(participant.userId())) {
      throw new IllegalArgumentException(participant.userId() + " takes part twice");
    }
    var profile = participant.profile();
    var mayScore = Views.allowed(profile, participant.mayScore());
    var mayMix = Views.allowed(profile, participant.mayMix());
    var scored = views.view(profile, mayScore);
    var mixed = views.view(profile, mayMix);
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
            views.library(profile, mayMix)));
    return true;
  }

  /** Everything of that aspect that came so far; for looking up what is common. */
  public List<String> keys(Aspect aspect) {
    return things.vocabulary(aspect).keys();
  }

  /** The recordings that tell what goes with the members' tastes. */
  public Set<String> liked() {
    var vocabulary = things.vocabulary(Aspect.TRACKS);
    Set<String> liked = new HashSet<>();
    members.forEach(
        member ->
            liked.addAll(Further.liked(member.mixed().of(Aspect.TRACKS), vocabulary).keySet()));
    return liked;
  }

  /**
   * Recordings that none of the members has and that go with what they have.
   *
   * @param neighbours of those {@link #liked()}
   */
  public Set<String> further(Map<String, List<Neighbour>> neighbours) {
    var vocabulary = things.vocabulary(Aspect.TRACKS);
    var further =
        Further.strongest(
            members.stream()
                .map(member -> member.mixed().of(Aspect.TRACKS))
                .map(likes -> Further.of(likes, vocabulary, neighbours))
                .toList());
    further.removeIf(key -> vocabulary.find(key) >= 0);
    return further;
  }

  /** A track that may be chosen though no member has it. What a member has is no offer. */
  public void offer(Offer offer) {
    things.offer(offer);
  }

  /** How many of those added brought anything. */
  public int size() {
    return members.size();
  }

  public Group build(Background background) {
    ByAspect<int[]> numbers = ByAspect.of(aspect -> things.vocabulary(aspect).sort());
    var genresOfArtists = things.genres(numbers);
    var sorted =
        members.stream()
            .map(member -> Genres.of(renumbered(member, numbers), genresOfArtists))
            .sorted(
                Comparator.comparing(Member::name)
                    .thenComparing(member -> member.userId().toString()))
            .toList();
    return new Group(
        sorted, things.vocabularies(), background, things.tracks(numbers), genresOfArtists);
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
}
