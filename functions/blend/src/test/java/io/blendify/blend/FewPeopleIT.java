package io.blendify.blend;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.queue.QueueName;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An installation begins with nobody. */
class FewPeopleIT {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void nobodyIsEnoughToRun() {
    assertThat(world.deliver("space", QueueName.EVERYBODY)).isEmpty();
    assertThat(world.ask("SELECT count(*) FROM taste.spaces")).isEqualTo("0");
  }

  @Test
  void onePersonWaitsForAnother() {
    var refresh = world.refresh(world.blend("balanced", person("Ann", "Alpha", "Beta")));
    assertThat(world.deliver("space", QueueName.EVERYBODY)).isEmpty();
    assertThat(world.ask("SELECT count(*) FROM taste.spaces")).isEqualTo("0");
    assertThat(world.ask("SELECT status FROM blend_refreshes WHERE id = ?", refresh))
        .isEqualTo("waiting");
  }

  @Test
  void threePeopleGetAScoreAndAllThreeAlgorithms() {
    var ann = person("Ann", "Alpha", "Beta", "Gamma", "Delta");
    var ben = person("Ben", "Beta", "Gamma", "Epsilon");
    var cat = person("Cat", "Zeta", "Eta", "Theta");
    for (var algorithm : new String[] {"balanced", "weighted", "discovery"}) {
      var refresh = world.refresh(world.blend(algorithm, ann, ben, cat));
      assertThat(world.deliver("space", QueueName.EVERYBODY)).isEmpty();
      assertThat(world.ask("SELECT inputs ->> 'space' FROM blend_refreshes WHERE id = ?", refresh))
          .isEqualTo("0");
      assertThat(
              world.ask(
                  "SELECT interval_high - interval_low > 5 FROM blend_scores WHERE refresh_id = ?",
                  refresh))
          .as("so few people say little")
          .isEqualTo("t");
      assertThat(world.ask("SELECT count(*) FROM blend_tracks WHERE refresh_id = ?", refresh))
          .isEqualTo("10");
    }
    assertThat(pair(ann, ben)).isGreaterThan(pair(ann, cat));
    assertThat(
            world.ask(
                """
                SELECT string_agg(jsonb_array_length(details -> 'standing') || ' '
                  || (details ->> 'fairness_cost' >= '0'), ', ')
                FROM blend_scores WHERE jsonb_array_length(details -> 'coverage') = 3
                """))
        .isEqualTo("3 true, 3 true, 3 true");
  }

  private double pair(UUID one, UUID other) {
    var refresh = world.refresh(world.blend("balanced", one, other));
    return Double.parseDouble(
        world.ask("SELECT score FROM blend_scores WHERE refresh_id = ?", refresh));
  }

  private UUID person(String name, String... artists) {
    var id = world.person(name);
    world.listensTo(id, "spotify", null, artists);
    world.buildTaste(id);
    return id;
  }
}
