package io.blendify.blend;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.queue.QueueName;
import io.blendify.store.space.Spaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpaceBuildIT {

  private static final int PEOPLE = 40;
  private static final int ARTISTS = 15;

  private final World world = new World();
  private final List<UUID> people = new ArrayList<>();
  private UUID everybody;

  /** Two scenes that share nothing, each with its own artists, of which everybody has some. */
  @BeforeEach
  void people() {
    for (int person = 0; person < PEOPLE; person++) {
      var id = world.person("Person " + person);
      var artists = new String[ARTISTS];
      for (int i = 0; i < ARTISTS; i++) {
        artists[i] = scene(person) + " " + (person * 7 + i) % 30;
      }
      world.listensTo(id, "spotify", null, artists);
      world.buildTaste(id);
      people.add(id);
    }
    everybody = world.blend("balanced", people.toArray(UUID[]::new));
  }

  private static String scene(int person) {
    return person % 2 == 0 ? "North" : "South";
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void itIsLearntOnceAndAgainTheNextDay() {
    learn();
    learn();
    assertThat(world.ask("SELECT count(*) FROM taste.spaces")).isEqualTo("1");
    world.later(Duration.ofDays(2));
    learn();
    assertThat(world.ask("SELECT max(edition) FROM taste.spaces")).isEqualTo("2");
    assertThat(world.ask("SELECT count(DISTINCT edition) FROM taste.places")).isEqualTo("1");
  }

  @Test
  void aBlendIsComputedAgainAgainstTheSpaceThatItWasComputedAgainst() {
    learn();
    var blend = world.blend("balanced", people.get(0), people.get(4));
    var refresh = world.refresh(blend);
    world.later(Duration.ofDays(2));
    world.later(Duration.ofSeconds(1));
    world.listensTo(people.get(8), "spotify", null, "North 1", "South 2");
    world.buildTaste(people.get(8));
    learn();
    assertThat(world.ask("SELECT count(*) FROM taste.spaces")).isEqualTo("2");
    var again = world.context.getBean(BlendRefresher.class).again(refresh);
    assertThat(Double.toString(again.score()))
        .isEqualTo(world.ask("SELECT score FROM blend_scores WHERE refresh_id = ?", refresh));
    assertThat(
            world.ask(
                "SELECT s.details = ?::jsonb FROM blend_scores s WHERE s.refresh_id = ?",
                again.details(),
                refresh))
        .isEqualTo("t");
  }

  @Test
  void whoLeavesTakesAlongWhatWasLearntAtOnce() {
    learn();
    assertThat(world.context.getBean(Spaces.class).current()).isEqualTo(1);
    world.sql(
        "UPDATE blend_participants SET status = 'left' WHERE blend_id = ? AND user_id = ?",
        everybody,
        people.getFirst());
    assertThat(world.context.getBean(Spaces.class).current()).isZero();
    learn();
    assertThat(world.context.getBean(Spaces.class).current()).isEqualTo(2);
  }

  private void learn() {
    assertThat(world.deliver("taste", QueueName.POPULATION)).isEmpty();
    world.later(Duration.ofSeconds(1));
  }
}
