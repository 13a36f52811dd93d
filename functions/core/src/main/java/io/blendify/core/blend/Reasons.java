package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a track is in a blend, in one sentence that says no more than is true. */
final class Reasons {

  private static final int NAMED = 3;

  private final Group group;
  private final Algorithm algorithm;

  Reasons(Group group, Algorithm algorithm) {
    this.group = group;
    this.algorithm = algorithm;
  }

  String of(Candidate candidate) {
    if (candidate.owners().length == 0) {
      return offered(candidate);
    }
    var owners = Contributors.places(group, candidate);
    var first = group.members().get(owners.getFirst());
    var because = first.library().because(candidate.track());
    if (owners.size() == group.size()) {
      return everybody() + " this: " + first.name() + " has it " + because + ".";
    }
    if (owners.size() > 1) {
      return names(owners) + " share this: " + first.name() + " has it " + because + ".";
    }
    var brought = (algorithm == Algorithm.DISCOVERY ? "A discovery from " : "From ") + first.name();
    var fits = fits(candidate, owners);
    return brought + " (" + because + ")" + (fits == null ? "" : "; " + fits) + ".";
  }

  /** Nobody has it: what speaks for it is what goes with it. */
  private String offered(Candidate candidate) {
    var lead = group.members().get(Contributors.lead(group, candidate));
    var because = group.expectations().because(group.members().indexOf(lead), candidate.track());
    return "New to all of you: people who like what "
        + lead.name()
        + " likes listen to it"
        + (because == null ? "" : ", above all those who like " + because)
        + ".";
  }

  private String everybody() {
    return group.size() == 2 ? "Both of you have" : "All of you have";
  }

  private String names(List<Integer> places) {
    var named =
        places.stream().limit(NAMED).map(place -> group.members().get(place).name()).toList();
    int others = places.size() - named.size();
    return others > 0
        ? String.join(", ", named) + " and " + others + " more"
        : String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.getLast();
  }

  /** For whom of the others it can be expected to work, and what that rests on. */
  private @Nullable String fits(Candidate candidate, List<Integer> owners) {
    var artists = group.track(candidate.track()).artists();
    if (artists.length == 0 || group.size() > NAMED + 1) {
      return null;
    }
    var fits = new ArrayList<String>();
    for (int place = 0; place < group.size(); place++) {
      if (!owners.contains(place)) {
        fits.add(fit(group.members().get(place), artists));
      }
    }
    fits.removeIf(Objects::isNull);
    return fits.isEmpty() ? null : String.join("; ", fits);
  }

  private @Nullable String fit(Member member, int[] artists) {
    for (int artist : artists) {
      if (member.mixed().of(Aspect.ARTISTS).weight(artist) > 0) {
        return member.name()
            + " listens to "
            + group.vocabulary(Aspect.ARTISTS).name(artist)
            + " too";
      }
    }
    var genres = member.mixed().of(Aspect.GENRES);
    return Arrays.stream(group.genresOf(artists[0]))
        .filter(genre -> genres.weight(genre) > 0)
        .boxed()
        .max(Comparator.<Integer>comparingDouble(genres::weight).thenComparing(genre -> -genre))
        .map(genre -> member.name() + " listens to " + group.vocabulary(Aspect.GENRES).name(genre))
        .orElse(null);
  }
}
