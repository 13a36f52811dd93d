package io.blendify.core.blend;

import io.blendify.core.taste.PackedTaste;
import io.blendify.core.taste.TasteSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes numbers of what may be used of one taste. */
final class Views {

  private final PackedTaste taste;
  private final Things.Numbering numbering;

  Views(Things things, PackedTaste taste) {
    this.taste = taste;
    this.numbering = things.new Numbering(taste);
  }

  /** Everything of one participant that may be used. */
  static Member member(Things things, Participant participant) {
    var views = new Views(things, participant.taste());
    var mayScore = allowed(participant.taste(), participant.mayScore());
    var mayMix = allowed(participant.taste(), participant.mayMix());
    var scored = views.view(mayScore);
    return new Member(
        participant.userId(),
        participant.name(),
        participant.weight(),
        scored,
        Arrays.equals(mayScore, mayMix) ? scored : views.view(mayMix),
        views.library(mayMix));
  }

  /** Which of the taste's sources may be used. */
  private static boolean[] allowed(PackedTaste taste, Predicate<TasteSource> may) {
    var allowed = new boolean[taste.sources().size()];
    for (int i = 0; i < allowed.length; i++) {
      allowed[i] = may.test(taste.sources().get(i));
    }
    return allowed;
  }

  /** What the allowed sources say is liked, and how much; without genres. */
  private View view(boolean[] allowed) {
    return new View(
        new EnumMap<>(Map.of(Aspect.ARTISTS, artists(allowed), Aspect.TRACKS, recordings(allowed))),
        IntStream.range(0, allowed.length)
            .filter(source -> allowed[source])
            .mapToObj(source -> label(taste.sources().get(source)))
            .toList());
  }

  private Likes artists(boolean[] allowed) {
    var ids = new int[taste.artists().size()];
    var weights = new double[ids.length];
    int count = 0;
    for (int place = 0; place < ids.length; place++) {
      double strength = taste.artists().strength(place, allowed);
      if (strength > 0) {
        ids[count] = numbering.likedArtist(place);
        weights[count++] = strength;
      }
    }
    return Likes.unordered(ids, weights, count);
  }

  private Likes recordings(boolean[] allowed) {
    var ids = new int[taste.recordings().size()];
    var weights = new double[ids.length];
    int count = 0;
    for (int place = 0; place < ids.length; place++) {
      double strength = taste.recordings().strength(place, allowed);
      if (strength > 0) {
        ids[count] = numbering.recording(place);
        weights[count++] = strength;
      }
    }
    return Likes.unordered(ids, weights, count);
  }

  private static String label(TasteSource source) {
    return String.join(" ", source.provider(), source.resource(), source.part()).strip();
  }

  /** How the allowed sources describe the recordings, and what speaks for each. */
  private Library library(boolean[] allowed) {
    var recordings = taste.recordings();
    var ids = new int[recordings.size()];
    for (int place = 0; place < ids.length; place++) {
      ids[place] = numbering.known(place);
    }
    return new Library(ids, recordings.withoutArtists(), allowed, taste.sources());
  }
}
