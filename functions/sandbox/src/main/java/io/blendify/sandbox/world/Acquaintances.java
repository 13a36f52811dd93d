package io.blendify.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who knows whom: who shares a playlist with whom, and which playlists of others a person comes
 * across.
 */
final class Acquaintances {

  private final long seed;
  private final List<Person> people;
  private final List<String> ofProvider;

  Acquaintances(long seed, List<Person> people, List<String> ofProvider) {
    this.seed = seed;
    this.people = people;
    this.ofProvider = ofProvider;
  }

  /**
   * With whom the person keeps a playlist: the next of the circle; every third person keeps one.
   */
  Optional<Person> friendOf(Person person) {
    return person.index() % 3 != 0
        ? Optional.empty()
        : people.stream()
            .filter(other -> other.index() > person.index() && other.circle() == person.circle())
            .filter(other -> !other.isNew())
            .findFirst();
  }

  /** What the person follows when the world begins; the last two are not dear to them. */
  List<String> follows(Person person) {
    var others = comesAcross(person);
    var ids = new ArrayList<String>();
    ids.add(others.get(person.index() * 7 % (others.size() - ofProvider.size())));
    ids.add(ofProvider.get(person.index() % ofProvider.size()));
    for (var other : people) {
      if (!other.isNew() && friendOf(other).filter(friend -> friend.equals(person)).isPresent()) {
        ids.add(Playlist.idOf(seed, other, Past.shared()));
      }
    }
    ids.add(others.get((person.index() * 7 + 5) % others.size()));
    ids.add(others.get((person.index() * 7 + 10) % others.size()));
    return ids.stream().distinct().toList();
  }

  /** Public playlists of others, nearer circles first, and those of the provider. */
  List<String> comesAcross(Person person) {
    var ids = new ArrayList<String>();
    for (var other : people) {
      if (!other.equals(person)
          && !other.isNew()
          && Math.abs(other.circle() - person.circle()) <= 1) {
        ids.add(Playlist.idOf(seed, other, 0));
      }
    }
    ids.addAll(ofProvider);
    return ids;
  }
}
