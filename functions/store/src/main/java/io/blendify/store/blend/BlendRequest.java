package io.blendify.store.blend;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed refresh.
 *
 * @param attempt names the claim: whoever claims after it has a greater one
 * @param algorithm label of an {@link io.blendify.core.blend.Algorithm}
 * @param config JSON of {@link io.blendify.core.blend.BlendSettings}; members may be missing
 * @param asOf of which past moment the score is to be; null: of now
 */
public record BlendRequest(
    UUID id,
    UUID blendId,
    long seed,
    int attempt,
    String algorithm,
    String config,
    @Nullable Instant asOf) {

  /**
   * Somebody who accepted and whose newest consent is granted.
   *
   * @param resources labels of what may be used, sorted
   * @param hasTaste whether a profile was built; false until the first data came
   */
  public record Consenting(
      UUID userId, String name, double weight, List<String> resources, boolean hasTaste) {
    public Consenting {
      resources = List.copyOf(resources);
    }
  }

  /** What a provider's terms allow. A provider that is not named allows all. */
  public record Terms(String provider, boolean mayScore, boolean mayMix) {}
}
