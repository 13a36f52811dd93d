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
  private static final int ARTISTS = 25;

  private final World world = new World();
  private final List<UUID> people = new ArrayList<>();
  private UUID everybody;

  /** Two scenes that share nothing, each with its own artists, of which everybody has some. */
  @BeforeEach
  void people() {
    for (int person = 0; person < PEOPLE; person++) {
      var id = world.person("Person " + person);
      world.listensTo(id, "spotify", null, artists(person));
      world.buildTaste(id);
      people.add(id);
    }
    everybody = world.blend("balanced", people.toArray(UUID[]::new));
  }

  private static String[] artists(int person) {
    var artists = new String[ARTISTS];
    for (int i = 0; i < ARTISTS; i++) {
      artists[i] = scene(person) + " " + (person * 7 + i) % 60;
    }
    return artists;
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
  void nothingInItSpeaksOfOnePersonAlone() {
    world.later(Duration.ofSeconds(1));
    world.listensTo(people.getFirst(), "spotify", null, "Nobody else's");
    world.buildTaste(people.getFirst());
    for (var person : people.subList(1, 3)) {
      world.listensTo(person, "spotify", null, "Two people's", "North 1", "South 1");
      world.buildTaste(person);
    }
    learn();
    assertThat(world.ask("SELECT min(listeners) FROM taste.places")).isEqualTo("2");
    assertThat(world.ask("SELECT count(*) FROM taste.places WHERE key LIKE 'nobody%'"))
        .isEqualTo("0");
    assertThat(world.ask("SELECT listeners FROM taste.places WHERE key = 'two peoples'"))
        .isEqualTo("2");
  }

  @Test
  void aDiscoveryBlendReachesBeyondWhatItsMembersHave() {
    learn();
    var blend = world.blend("discovery", people.get(0), people.get(2));
    var refresh = world.refresh(blend);
    assertThat(
            world.ask(
                "SELECT count(*) > 0 FROM blend_tracks WHERE refresh_id = ? AND source_user_id IS NULL",
                refresh))
        .isEqualTo("t");
    assertThat(
            world.ask(
                "SELECT bool_and(artist_name LIKE 'North%') FROM blend_tracks WHERE refresh_id = ?",
                refresh))
        .isEqualTo("t");
    assertThat(
            world.ask(
                "SELECT min(blend_metadata ->> 'reason') FROM blend_tracks WHERE refresh_id = ? AND source_user_id IS NULL",
                refresh))
        .startsWith("New to all of you");
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
    assertThat(space(refresh)).isEqualTo("1");
    var newer = world.refreshLike(blend, refresh);
    assertThat(space(newer)).isEqualTo("2");
    assertThat(world.stored(newer)).isNotEqualTo(world.stored(refresh));
    var again = world.context.getBean(BlendRefresher.class).again(refresh);
    assertThat(world.rewritten(again, blend)).isEqualTo(world.stored(refresh));
  }

  @Test
  void whoLeftHasNoInfluenceNotEvenThroughTheSpace() {
    learn();
    var blend = world.blend("discovery", people.get(0), people.get(4));
    world.sql(
        "UPDATE blends SET algorithm_config = '{\"length\": 10, \"no_repeat\": 0}' WHERE id = ?",
        blend);
    var refresh = world.refresh(blend);
    var without = world.stored(refresh);

    for (int i = 0; i < 6; i++) {
      var guest = world.person("Guest " + i);
      world.listensTo(guest, "spotify", null, "North 1", "North 2", "South 3", "Guest's " + i / 2);
      world.buildTaste(guest);
      world.accepts(everybody, guest);
    }
    learn();
    var with = world.refreshLike(blend, refresh);
    assertThat(space(with)).isEqualTo("2");
    assertThat(world.stored(with)).as("they count while they are there").isNotEqualTo(without);

    world.sql(
        """
        UPDATE blend_participants SET status = 'left'
        WHERE user_id IN (SELECT id FROM users WHERE display_name LIKE 'Guest%')
        """);
    var atOnce = world.refreshLike(blend, refresh);
    assertThat(space(atOnce)).as("what was learnt from them is not used").isEqualTo("0");
    learn();
    var left = world.refreshLike(blend, refresh);
    assertThat(space(left)).isEqualTo("3");
    assertThat(world.stored(left)).isEqualTo(without);
  }

  @Test
  void onlyWhatIsConsentedToIsLearntFrom() {
    world.later(Duration.ofSeconds(1));
    var strangers = List.of("Never", "Left", "Revoked", "Partly");
    for (var name : strangers) {
      for (int i = 0; i < 2; i++) {
        var person = world.person(name + i);
        world.listensTo(person, "spotify", null, name + "'s own", "North 1");
        world.buildTaste(person);
        if (!name.equals("Never")) {
          world.accepts(everybody, person);
        }
        if (name.equals("Revoked")) {
          world.consents(everybody, person, false, "top_tracks", "top_artists");
        }
        if (name.equals("Partly")) {
          world.consents(everybody, person, true, "saved_tracks");
        }
      }
    }
    world.sql(
        """
        UPDATE blend_participants SET status = 'left'
        WHERE user_id IN (SELECT id FROM users WHERE display_name LIKE 'Left%')
        """);
    learn();
    assertThat(world.ask("SELECT people FROM taste.spaces"))
        .as("the forty, and two who share nothing of what there is")
        .isEqualTo(Integer.toString(PEOPLE + 2));
    assertThat(world.ask("SELECT count(*) FROM taste.places WHERE key LIKE '%own'")).isEqualTo("0");
    assertThat(
            world.ask(
                "SELECT max(listeners) <= ? FROM taste.places WHERE kind = 'artist'", PEOPLE / 2))
        .isEqualTo("t");
    assertThat(
            world.ask(
                "SELECT count(*) FROM taste.places WHERE kind = 'recording' AND key IN ("
                    + "SELECT recording_id::text FROM catalog.recording_evidence e"
                    + " JOIN catalog.item_versions v ON v.item_id = e.item_id"
                    + " WHERE v.artist_name LIKE '%own')"))
        .isEqualTo("0");
  }

  @Test
  void anotherConsentIsLearntFromAnew() {
    learn();
    world.later(Duration.ofSeconds(1));
    world.consents(everybody, people.getFirst(), true, "top_artists");
    assertThat(world.context.getBean(Spaces.class).current()).isZero();
    learn();
    assertThat(world.context.getBean(Spaces.class).current()).isEqualTo(2);
  }

  @Test
  void aLibraryThatMovesToAnotherProviderScoresTheSame() {
    var moving = people.get(0);
    learn();
    var blend = world.blend("balanced", moving, people.get(4));
    double before = score(world.refresh(blend));

    world.ask("SELECT count(*) FROM erase_provider_data(?, 'spotify')", moving);
    world.listensTo(moving, "file", null, artists(0));
    world.buildTaste(moving);
    var after = world.refresh(blend);

    assertThat(space(after)).isEqualTo("1");
    assertThat(
            world.ask(
                "SELECT string_agg(DISTINCT i.provider, ' ') FROM history.lists l"
                    + " CROSS JOIN unnest(l.version_ids) AS e (id)"
                    + " JOIN catalog.item_versions v ON v.id = e.id"
                    + " JOIN catalog.items i ON i.id = v.item_id WHERE l.user_id = ?",
                moving))
        .isEqualTo("file");
    assertThat(Math.abs(score(after) - before)).isLessThan(1);
  }

  private double score(UUID refresh) {
    return Double.parseDouble(
        world.ask("SELECT score FROM blend_scores WHERE refresh_id = ?", refresh));
  }

  private String space(UUID refresh) {
    return world.ask("SELECT inputs ->> 'space' FROM blend_refreshes WHERE id = ?", refresh);
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

  @Test
  void amongManyALeaverIsGoneWithinTheHour() {
    learn();
    var spaces = world.context.getBean(Spaces.class);
    world.sql("UPDATE taste.spaces SET people = 300");
    assertThat(spaces.isDue(World.START.plus(Duration.ofHours(2)))).isFalse();
    world.later(Duration.ofMinutes(10));
    world.consents(everybody, people.getFirst(), false, "top_tracks");
    assertThat(spaces.isDue(World.START.plus(Duration.ofMinutes(30)))).isFalse();
    assertThat(spaces.isDue(World.START.plus(Duration.ofHours(2)))).isTrue();
  }

  private void learn() {
    assertThat(world.deliver("space", QueueName.EVERYBODY)).isEmpty();
    world.later(Duration.ofSeconds(1));
  }
}
