package io.blendify.core.blend;

import java.util.List;

/**
 * A track that no member has, from what goes with what they have.
 *
 * @param recording identity across providers
 * @param version how the catalogue describes it
 * @param title for the order of things; see {@link GroupBuilder}
 * @param artists keys, main artist first
 */
public record Offer(
    long recording, long version, String title, boolean explicit, List<String> artists) {

  public Offer {
    artists = List.copyOf(artists);
  }
}
