package io.blendify.sandbox.world;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who listens.
 *
 * @param index place among all people, from 0
 * @param key short name for the sandbox's own use: "mira"
 * @param id the provider's id of the person
 * @param accountId the provider's immutable account key
 * @param displayName null where the person gave none
 * @param bio one line about the person's taste
 * @param circle people of one circle lean towards the same artists
 * @param scenes shares of the scenes, together about 1; empty for somebody who never listened
 * @param playsPerDay on an average day
 * @param savedTracks how many tracks the person had saved when the world began
 * @param joined since when the person has an account
 * @param demo whether the person is one of those whom the demo offers
 */
public record Person(
    int index,
    String key,
    String id,
    String accountId,
    @Nullable String displayName,
    String bio,
    String country,
    int circle,
    Map<String, Double> scenes,
    int playsPerDay,
    int savedTracks,
    Instant joined,
    boolean demo) {
  public Person {
    scenes = Map.copyOf(scenes);
  }

  /** Whether the person has an account and nothing else: no plays, nothing saved, no playlists. */
  public boolean isNew() {
    return scenes.isEmpty();
  }
}
