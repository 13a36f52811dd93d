package io.blendify.blend;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.queue.QueueName;
import io.blendify.store.outlook.FindablePeople;
import io.blendify.store.outlook.FoundPerson;
import io.blendify.store.outlook.Outlooks;
import io.blendify.store.outlook.SuggestedTrack;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutlookIT {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whoListensAlikeIsFoundIfBothAgreed() {
    var ann = person("Ann", "Alpha", "Beta", "Gamma", "Delta");
    var near = person("Near", "Alpha", "Beta", "Gamma", "Eta");
    var far = person("Far", "Delta", "Zeta", "Theta", "Iota");
    person("Hidden", "Alpha", "Beta", "Gamma", "Delta");
    List.of(ann, near, far).forEach(this::agrees);
    ask(ann);

    assertThat(neighbours(ann)).extracting(FoundPerson::name).containsExactly("Near", "Far");
    var first = neighbours(ann).getFirst();
    assertThat(first.shared()).containsExactlyInAnyOrder("Alpha", "Beta", "Gamma");
    assertThat(first.score()).isBetween(first.low(), first.high());
    var blend = world.refresh(world.blend("balanced", ann, near));
    assertThat(first.score())
        .as("a blend of the two scores about the same")
        .isCloseTo(
            Double.parseDouble(
                world.ask("SELECT score FROM blend_scores WHERE refresh_id = ?", blend)),
            org.assertj.core.api.Assertions.within(1.0));
  }

  @Test
  void onlyWhatTheyAgreedToBeComparedByIsCompared() {
    var ann = person("Ann", "Alpha", "Beta");
    var ben = person("Ben", "Alpha", "Beta");
    agrees(ann);
    world.context.getBean(FindablePeople.class).agree(ben, List.of("saved_tracks"), World.START);
    ask(ann);
    assertThat(neighbours(ann)).isEmpty();
  }

  @Test
  void itIsMadeAnewAfterASyncAndOnceADayAndOnlyForWhoAsks() {
    var ann = person("Ann", "Alpha", "Beta");
    agrees(ann);
    agrees(person("Ben", "Alpha", "Beta"));
    assertThat(neighbours(ann)).as("nobody asked").isEmpty();
    ask(ann);
    assertThat(neighbours(ann)).hasSize(1);

    agrees(person("Cat", "Alpha", "Beta"));
    world.deliver("taste", ann);
    assertThat(neighbours(ann)).as("still good").hasSize(1);
    world.later(Duration.ofDays(1));
    world.deliver("taste", ann);
    assertThat(neighbours(ann)).hasSize(2);

    agrees(person("Dan", "Alpha", "Beta"));
    world.later(Duration.ofSeconds(1));
    world.listensTo(ann, "spotify", null, "Alpha", "Beta", "Gamma");
    world.deliver("taste", ann);
    assertThat(neighbours(ann)).hasSize(3);
  }

  @Test
  void whatTheLikeMindedHearIsSuggestedWithTheReason() {
    var people = new UUID[40];
    for (int i = 0; i < people.length; i++) {
      var artists = new String[25];
      for (int j = 0; j < artists.length; j++) {
        artists[j] = (i % 2 == 0 ? "North " : "South ") + (i * 7 + j) % 60;
      }
      people[i] = person("Person " + i, artists);
    }
    world.blend("balanced", people);
    ask(people[0]);
    assertThat(suggestions(people[0])).as("nothing is known yet").isEmpty();
    assertThat(world.deliver("space", QueueName.EVERYBODY)).isEmpty();
    world.later(Duration.ofDays(1));
    world.deliver("taste", people[0]);

    var tracks = suggestions(people[0]);
    assertThat(tracks).hasSizeBetween(10, 30);
    assertThat(tracks)
        .allSatisfy(
            track -> {
              assertThat(track.artistName()).startsWith("North");
              assertThat(track.because()).contains("North");
            });
    assertThat(
            world.ask(
                """
                SELECT count(*) FROM taste.suggestions s
                JOIN history.lists l ON l.user_id = s.user_id AND s.version_id = ANY (l.version_ids)
                """))
        .as("what one has is no suggestion")
        .isEqualTo("0");
  }

  private UUID person(String name, String... artists) {
    var id = world.person(name);
    world.listensTo(id, "spotify", null, artists);
    world.buildTaste(id);
    return id;
  }

  private void agrees(UUID person) {
    world
        .context
        .getBean(FindablePeople.class)
        .agree(person, List.of("top_artists", "top_tracks"), World.START);
  }

  private void ask(UUID person) {
    world.context.getBean(Outlooks.class).ask(person, World.START);
    assertThat(world.deliver("taste", person)).isEmpty();
  }

  private List<FoundPerson> neighbours(UUID person) {
    return world.context.getBean(Outlooks.class).neighbours(person);
  }

  private List<SuggestedTrack> suggestions(UUID person) {
    return world.context.getBean(Outlooks.class).suggestions(person);
  }
}
