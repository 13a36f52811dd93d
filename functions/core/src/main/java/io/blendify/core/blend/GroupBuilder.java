package io.blendify.core.blend;

import io.blendify.core.population.Largest;
import io.blendify.core.population.Vicinity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongUnaryOperator;

/** Takes in profiles one by one and keeps of each only numbers, so that a thousand people fit. */
public final class GroupBuilder {

  private final Things things;
  private final List<Member> members = new ArrayList<>();
  private final Set<UUID> users = new HashSet<>();

  /**
   * @param sameAs the recording that stands for this one, where two turned out to be one; otherwise
   *     the same
   */
  public GroupBuilder(LongUnaryOperator sameAs) {
    this.things = new Things(sameAs);
  }

  /** Returns whether anything of the participant may be used; who brings nothing is left out. */
  public boolean add(Participant participant) {
    if (!users.add(participant.userId())) {
      throw new IllegalArgumentException(participant.userId() + " takes part twice");
    }
    var member = Views.member(things, participant);
    if (member.scored().isEmpty() && member.mixed().isEmpty()) {
      return false;
    }
    members.add(member);
    return true;
  }

  /** Every artist that came so far; for looking up what is common. */
  public List<String> artists() {
    return things.artists().keys();
  }

  /** Likewise of genres. */
  public List<String> genres() {
    return things.genres().keys();
  }

  /** Likewise of recordings. */
  public long[] recordings() {
    return things.tracks().recordings();
  }

  /** The recordings that tell what goes with the members' tastes. */
  public Set<Long> liked() {
    Set<Long> liked = new HashSet<>();
    for (var member : members) {
      var likes = member.mixed().of(Aspect.TRACKS);
      for (int place : Further.liked(likes)) {
        liked.add(things.tracks().get(likes.ids[place]).recording());
      }
    }
    return liked;
  }

  /**
   * Recordings that none of the members has and that go with what they have.
   *
   * @param vicinity of those {@link #liked()}
   */
  public Set<Long> further(Vicinity vicinity) {
    var further = new TreeSet<Long>();
    for (var member : members) {
      var sums = Further.of(member.mixed().of(Aspect.TRACKS), things.tracks(), vicinity);
      for (int number : Largest.of(sums, Further.MOST)) {
        if (sums[number] > 0) {
          further.add(vicinity.recording(number));
        }
      }
    }
    further.removeIf(recording -> things.tracks().find(recording) >= 0);
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
    var numbers = things.sort();
    var genresOfArtists = things.genresOfArtists(numbers);
    int genres = things.genres().size();
    var sorted =
        members.stream()
            .map(member -> Genres.of(renumbered(member, numbers), genresOfArtists, genres))
            .sorted(
                Comparator.comparing(Member::name)
                    .thenComparing(member -> member.userId().toString()))
            .toList();
    return new Group(sorted, things, background, genresOfArtists);
  }

  private static Member renumbered(Member member, ByAspect<int[]> numbers) {
    var scored = member.scored().renumbered(numbers);
    return new Member(
        member.userId(),
        member.name(),
        member.weight(),
        scored,
        member.mixed() == member.scored() ? scored : member.mixed().renumbered(numbers),
        member.library().renumbered(numbers.get(Aspect.TRACKS)));
  }
}
