package io.blendify.blend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blendify.core.blend.Contribution;
import io.blendify.core.blend.Pick;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.UUID;

/** {@code blend_tracks.blend_metadata}: why this track. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record PickJson(
    long recording,
    long version,
    String reason,
    boolean repeated,
    int contributorCount,
    List<ContributionJson> contributors) {

  static PickJson of(Pick pick) {
    return new PickJson(
        pick.recording(),
        pick.version(),
        pick.reason(),
        pick.repeated(),
        pick.contributorCount(),
        pick.contributors().stream().map(ContributionJson::of).toList());
  }

  @Serdeable(naming = SnakeCaseStrategy.class)
  record ContributionJson(UUID userId, double share, String because) {

    static ContributionJson of(Contribution of) {
      return new ContributionJson(of.userId(), of.share(), of.because());
    }
  }
}
