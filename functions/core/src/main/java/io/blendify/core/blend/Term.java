package io.blendify.core.blend;

import org.jspecify.annotations.Nullable;

/**
 * One reason for the score. The points of all terms add up to it exactly, in hundredths.
 *
 * @param component which {@link Component} it belongs to
 * @param how {@code shared}, {@code related} (a genre met through different artists), {@code
 *     expected} (what the population's median adds while there is little data) or {@code rest} (all
 *     smaller ones together)
 * @param key of the artist, recording or genre; null where the term is no single thing
 * @param name for people
 * @param points hundredths of a point are the smallest unit
 */
public record Term(String component, String how, @Nullable String key, String name, double points) {

  /** The same under another name. */
  public Term named(String other) {
    return new Term(component, how, key, other, points);
  }
}
