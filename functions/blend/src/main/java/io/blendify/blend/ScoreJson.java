package io.blendify.blend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blendify.core.blend.Component;
import io.blendify.core.blend.Coverage;
import io.blendify.core.blend.Interval;
import io.blendify.core.blend.PairScore;
import io.blendify.core.blend.Satisfaction;
import io.blendify.core.blend.Score;
import io.blendify.core.blend.Selection;
import io.blendify.core.blend.Standing;
import io.blendify.core.blend.Term;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.UUID;

/** {@code blend_scores.details}. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScoreJson(
    double score,
    Interval interval,
    List<Component> components,
    List<Term> terms,
    List<CoverageJson> coverage,
    List<PairScore> pairs,
    List<String> sentences,
    List<SatisfactionJson> satisfaction,
    double liking,
    double fairnessCost,
    List<StandingJson> standing,
    List<UUID> waitingFor) {

  static ScoreJson of(Score score, Selection selection, List<UUID> waitingFor) {
    return new ScoreJson(
        score.value(),
        score.interval(),
        score.components(),
        score.terms(),
        score.coverage().stream().map(CoverageJson::of).toList(),
        score.pairs(),
        score.sentences(),
        selection.satisfaction().stream().map(SatisfactionJson::of).toList(),
        selection.liking(),
        selection.fairnessCost(),
        Standing.of(score.pairs()).stream().map(StandingJson::of).toList(),
        List.copyOf(waitingFor));
  }

  @Serdeable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CoverageJson(
      UUID userId, int artists, int tracks, int genres, List<String> sources, double confidence) {

    static CoverageJson of(Coverage of) {
      return new CoverageJson(
          of.userId(), of.artists(), of.tracks(), of.genres(), of.sources(), of.confidence());
    }
  }

  @Serdeable(naming = SnakeCaseStrategy.class)
  record StandingJson(UUID userId, double together, boolean outlier) {

    static StandingJson of(Standing of) {
      return new StandingJson(of.userId(), of.together(), of.outlier());
    }
  }

  @Serdeable(naming = SnakeCaseStrategy.class)
  record SatisfactionJson(UUID userId, int tracks, double liking) {

    static SatisfactionJson of(Satisfaction of) {
      return new SatisfactionJson(of.userId(), of.tracks(), of.liking());
    }
  }
}
