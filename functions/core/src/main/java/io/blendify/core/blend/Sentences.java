package io.blendify.core.blend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A score in plain words. */
final class Sentences {

  private static final int NAMED = 3;
  private static final int FEW = 10;
  private static final int MOST_MEMBERS = 5;

  private final Group group;
  private final Terms terms;
  private final double score;

  Sentences(Group group, Terms terms, double score) {
    this.group = group;
    this.terms = terms;
    this.score = score;
  }

  List<String> all() {
    var sentences = new ArrayList<String>();
    sentences.add(meeting());
    sentences.addAll(rather());
    if (group.size() <= MOST_MEMBERS) {
      sentences.addAll(differences());
    }
    sentences.addAll(littleData());
    return sentences;
  }

  private String meeting() {
    var artists = names(Aspect.ARTISTS, terms.best(Aspect.ARTISTS));
    var related = related();
    if (!artists.isEmpty()) {
      return "You meet at " + joined(artists) + songs() + ".";
    }
    if (!related.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "You share no artist, but you listen to %s%s. That is worth %.2f points.",
          byGenres() ? "related music: " : "",
          joined(related),
          score);
    }
    return "Nothing that you listen to meets yet.";
  }

  /** Where they share a few things that say less than the styles that they have in common. */
  private List<String> rather() {
    var related = related();
    return terms.best(Aspect.ARTISTS).isEmpty()
            || related.isEmpty()
            || !terms.areMostlyRelated(Aspect.ARTISTS)
        ? List.of()
        : List.of("You are closer by what is related: " + joined(related) + ".");
  }

  /** Genres where they are known, otherwise styles by their best known artists. */
  private List<String> related() {
    var genres = names(Aspect.GENRES, terms.best(Aspect.GENRES));
    return genres.isEmpty()
        ? terms.bestStyles(Aspect.ARTISTS).stream()
            .limit(1)
            .map(style -> group.style(Aspect.ARTISTS, style))
            .toList()
        : genres;
  }

  private boolean byGenres() {
    return !terms.best(Aspect.GENRES).isEmpty();
  }

  private String songs() {
    int shared = terms.best(Aspect.TRACKS).size();
    return switch (shared) {
      case 0 -> "";
      case 1 -> ", and you share one song";
      default -> ", and you share " + shared + " songs";
    };
  }

  /** What each likes best of what nobody else here has. */
  private List<String> differences() {
    var parts = new ArrayList<String>();
    for (var member : group.members()) {
      var likes = member.scored().of(Aspect.ARTISTS);
      var alone =
          IntStream.range(0, likes.size())
              .filter(i -> isAlone(member, likes.ids[i]))
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingDouble(i -> likes.weights[i])
                      .reversed()
                      .thenComparing(i -> i))
              .map(i -> likes.ids[i])
              .toList();
      if (!alone.isEmpty()) {
        parts.add(member.name() + " goes for " + joined(names(Aspect.ARTISTS, alone)));
      }
    }
    return parts.isEmpty() ? List.of() : List.of("You differ: " + String.join("; ", parts) + ".");
  }

  private boolean isAlone(Member member, int artist) {
    return group.members().stream()
        .noneMatch(
            other -> other != member && other.scored().of(Aspect.ARTISTS).weight(artist) > 0);
  }

  private List<String> littleData() {
    return group.members().stream()
        .filter(member -> member.scored().of(Aspect.ARTISTS).size() < FEW)
        .limit(MOST_MEMBERS)
        .map(
            member ->
                "Little is known of "
                    + member.name()
                    + " yet, so the score can still move far within its interval.")
        .toList();
  }

  private List<String> names(Aspect aspect, List<Integer> ids) {
    var vocabulary = group.vocabulary(aspect);
    return ids.stream().limit(NAMED).map(vocabulary::name).toList();
  }

  static String joined(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
