package io.blendify.blend;

import io.blendify.core.population.Place;
import io.blendify.store.space.Places;
import io.blendify.store.space.Spaces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an edition of the taste space, kept for the next blend: an edition never
 * changes, so nothing here can be out of date, and another one takes its place.
 */
@Singleton
final class KnownSpace {

  /** Keys of a kind that are remembered; some 20 MB. An edition knows 30,000, people bring more. */
  private static final int MOST = 60_000;

  private final Spaces spaces;
  private final Places places;
  private @Nullable Edition last;

  KnownSpace(Spaces spaces, Places places) {
    this.spaces = spaces;
    this.places = places;
  }

  private record Edition(int number, long[] recordings, Map<String, Known> kinds) {}

  /**
   * @param asked also those that do not stand in the edition
   */
  private record Known(List<List<String>> styles, Set<String> asked, Map<String, Place> places) {}

  /** By the numbers that neighbours are named by; not to be written to. */
  synchronized long[] recordings(int space) {
    return edition(space).recordings();
  }

  synchronized List<List<String>> styles(int space, String kind) {
    return known(space, kind).styles();
  }

  /** By key; what does not stand in the edition is left out. */
  synchronized Map<String, Place> places(int space, String kind, Collection<String> keys) {
    var known = known(space, kind);
    var missing = new ArrayList<String>();
    for (var key : keys) {
      if (!known.asked().contains(key)) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      remember(known, missing, places.of(space, kind, missing));
    }
    return of(known, keys);
  }

  private static void remember(Known known, List<String> asked, Map<String, Place> found) {
    if (known.asked().size() + asked.size() > MOST) {
      known.asked().removeIf(key -> !known.places().containsKey(key));
    }
    known.asked().addAll(asked);
    known.places().putAll(found);
  }

  private static Map<String, Place> of(Known known, Collection<String> keys) {
    Map<String, Place> found = HashMap.newHashMap(keys.size());
    for (var key : keys) {
      var place = known.places().get(key);
      if (place != null) {
        found.put(key, place);
      }
    }
    return found;
  }

  private Known known(int space, String kind) {
    return edition(space)
        .kinds()
        .computeIfAbsent(
            kind, _ -> new Known(places.styles(space, kind), new HashSet<>(), new HashMap<>()));
  }

  private Edition edition(int space) {
    if (last == null || last.number() != space) {
      last = new Edition(space, spaces.recordings(space), new HashMap<>());
    }
    return last;
  }
}
