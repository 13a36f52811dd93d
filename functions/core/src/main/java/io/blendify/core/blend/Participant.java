package io.blendify.core.blend;

import io.blendify.core.taste.PackedTaste;
import io.blendify.core.taste.TasteProfile;
import io.blendify.core.taste.TasteSource;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One who takes part, with everything of them that may be used.
 *
 * @param name for sentences
 * @param weight greater than 0; counts in {@link Algorithm#WEIGHTED} only
 * @param mayScore sources that the person's consent and the provider's terms allow to compare by
 * @param mayMix sources from which tracks may be taken
 */
public record Participant(
    UUID userId,
    String name,
    double weight,
    PackedTaste taste,
    Predicate<TasteSource> mayScore,
    Predicate<TasteSource> mayMix) {

  public Participant {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("weight of " + userId + " is " + weight);
    }
  }

  /** Whose profile was just made. */
  public Participant(
      UUID userId,
      String name,
      double weight,
      TasteProfile profile,
      Predicate<TasteSource> mayScore,
      Predicate<TasteSource> mayMix) {
    this(userId, name, weight, PackedTaste.of(profile), mayScore, mayMix);
  }
}
