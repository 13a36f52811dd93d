package io.blendify.core.blend;

import static io.blendify.core.blend.Tastes.SEED;
import static io.blendify.core.blend.Tastes.artists;
import static io.blendify.core.blend.Tastes.plus;
import static io.blendify.core.blend.Tastes.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.taste.TasteProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a blend tells of its members besides the score. */
class ReportTest {

  private static final BlendSettings TWENTY = new BlendSettings(20, 3, true, 1);

  @Test
  void whoSharesNothingWithTheOthersIsTheOutlier() {
    var profiles = new ArrayList<TasteProfile>();
    for (int i = 0; i < 4; i++) {
      profiles.add(profile(plus(artists("s", 0, 20, "pop"), artists("own" + i, 0, 10, "pop"))));
    }
    profiles.add(profile(artists("odd", 0, 30, "noise")));
    var group = Tastes.group(profiles.toArray(TasteProfile[]::new));
    var standing = Standing.of(Scoring.of(group, SEED).pairs());
    assertThat(standing).hasSize(5);
    assertThat(standing)
        .filteredOn(Standing::outlier)
        .extracting(Standing::userId)
        .containsExactly(new UUID(0, 5));
  }

  @Test
  void amongAlikeNobodyIsTheOutlierAndOfTwoNobodyCanBe() {
    var alike = profile(artists("s", 0, 20, "pop"));
    var three = Scoring.of(Tastes.group(alike, alike, alike), SEED).pairs();
    assertThat(Standing.of(three)).hasSize(3).noneMatch(Standing::outlier);
    assertThat(Standing.of(Scoring.of(Tastes.group(alike, alike), SEED).pairs())).isEmpty();
    assertThat(Standing.of(List.of())).isEmpty();
  }

  @Test
  void fairnessCostsNothingWhereAllLikeTheSameAndSomethingWhereOneDoesNot() {
    var many = profile(artists("s", 0, 60, "pop"));
    var same = Selecting.of(Tastes.group(many, many), Algorithm.BALANCED, TWENTY, Set.of(), SEED);
    assertThat(same.fairnessCost()).isLessThan(0.05);
    var odd = profile(artists("odd", 0, 60, "noise"));
    var mixed =
        Selecting.of(
            Tastes.group(many, many, many, odd), Algorithm.BALANCED, TWENTY, Set.of(), SEED);
    assertThat(mixed.fairnessCost()).isGreaterThan(same.fairnessCost());
    double mean =
        mixed.satisfaction().stream().mapToDouble(Satisfaction::liking).average().orElseThrow();
    assertThat(mixed.liking()).isCloseTo(mean, org.assertj.core.api.Assertions.within(0.001));
  }
}
