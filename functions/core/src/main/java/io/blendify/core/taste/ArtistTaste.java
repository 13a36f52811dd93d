package io.blendify.core.taste;

import java.util.List;

/**
 * An artist in a profile.
 *
 * @param key the normalised name, the same whichever provider it came from
 * @param name as a provider writes it
 * @param genres normalised, in the provider's order; empty where nothing is known
 */
public record ArtistTaste(String key, String name, List<String> genres, List<Signal> signals) {

  public ArtistTaste {
    genres = List.copyOf(genres);
    signals = List.copyOf(signals);
  }
}
