package io.blendify.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.sandbox.world.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The database against the sandbox's own books: every item, rank, position, date and whole JSON
 * object of all eight resources.
 */
class SandboxSyncIT {

  /** A generated playlist has another one at each request. */
  private static final Set<String> SNAPSHOTS = Set.of("snapshot_id");

  /** And what drifts by itself makes no new version of an item. */
  private static final Set<String> DRIFT =
      Set.of("snapshot_id", "popularity", "followers", "available_markets");

  @Test
  void theFirstSyncOfAPersonEqualsTheBooksAndTheSecondAddsNothing() {
    try (var world = new SandboxWorld(Map.of())) {
      var shown = new Shown(world, SNAPSHOTS);
      var users = new HashMap<Person, UUID>();
      world.sandbox.world().demoPeople().forEach(one -> users.put(one, world.connect(one)));
      world.syncDue();
      var now = world.clock.instant();

      users.forEach(
          (person, user) -> {
            assertSame(shown.current(user), shown.books(person, now), person, person.key());
            assertThat(shown.playsAsOf(user, now)).isEqualTo(shown.plays(person, now));
          });
      assertThat(unfinished(world)).isEmpty();
      assertProjections(world);

      var facts = world.facts();
      world.queue.sent.clear();
      users.values().forEach(world::syncAll);
      assertThat(world.clock.instant()).isEqualTo(now);
      assertThat(world.facts()).isEqualTo(facts);
      assertThat(world.queue.sent).as("nobody's taste has changed").isEmpty();
      assertThat(world.rows("SELECT status, count(*) FROM sync_jobs GROUP BY 1 ORDER BY 1"))
          .as("the second sync ran")
          .hasSizeBetween(1, 2);
    }
  }

  @Test
  void tenDaysLaterEachPastDayIsReadBackAsItWas() {
    try (var world = new SandboxWorld(Map.of("blendify.fetcher.entries-in-memory", "120"))) {
      var people = world.sandbox.world().demoPeople().stream().limit(3).toList();
      var users = new HashMap<Person, UUID>();
      people.forEach(person -> users.put(person, world.connect(person)));
      var shown = new Shown(world, DRIFT);
      var days = new ArrayList<Instant>();
      var plays = new HashMap<Person, TreeMap<String, String>>();
      for (int day = 0; day <= 10; day++) {
        var now = world.clock.instant();
        if (isWhole(day)) {
          users.values().forEach(world::syncAll);
        } else {
          world.syncDue();
        }
        assertThat(world.clock.instant()).isEqualTo(now);
        days.add(now);
        people.forEach(
            person ->
                shown
                    .plays(person, now)
                    .forEach(
                        play ->
                            plays
                                .computeIfAbsent(person, _ -> new TreeMap<>())
                                .putIfAbsent(undescribed(play), play)));
        world.clock.advance(Duration.ofDays(1));
      }

      for (var person : people) {
        var user = users.get(person);
        var books = days.stream().map(day -> shown.books(person, day)).toList();
        for (int day = 0; day < days.size(); day++) {
          assertAsOf(shown.asOf(user, days.get(day)), books.subList(0, day + 1), person);
        }
        assertThat(shown.playsAsOf(user, days.getLast()))
            .isEqualTo(List.copyOf(plays.get(person).values()));
      }
      assertThat(unfinished(world)).isEmpty();
      assertThat(world.rows("SELECT DISTINCT resource, action FROM history.memberships"))
          .as("the world has brought every kind of change")
          .containsExactlyInAnyOrderElementsOf(everyKindOfChange());
      assertThat(world.rows("SELECT job_id FROM sync_pages")).isEmpty();
    }
  }

  private static List<List<String>> everyKindOfChange() {
    return Stream.of("saved_tracks", "saved_albums", "followed_artists", "playlists")
        .flatMap(
            resource ->
                Stream.of("added", "changed", "removed").map(action -> List.of(resource, action)))
        .toList();
  }

  /** Whether everything was asked for on the day, and so read to its end. */
  private static boolean isWhole(int day) {
    return day == 0 || day % 3 == 2;
  }

  /**
   * What we tell of the last of the days against the books of the days up to it. Members, places,
   * dates are those of the day. So are descriptions, but for what we leave unread on purpose: of a
   * set, between two whole readings, what is already known; and playlists that are the version we
   * have. These are described as they were on a day since they were read.
   */
  private static void assertAsOf(
      Map<String, List<String>> ours, List<Map<String, List<String>>> books, Person person) {
    int today = books.size() - 1;
    int whole = today;
    while (!isWhole(whole)) {
      whole--;
    }
    var described = books.subList(whole, today + 1);
    var expected = new TreeMap<>(books.getLast());
    expected.replaceAll(
        (resource, lines) ->
            switch (resource) {
              case "saved_tracks", "saved_albums" ->
                  lastDescribed(ours.get(resource), each(described, resource));
              case String one when one.startsWith("playlist ") ->
                  lastRead(ours.get(resource), each(books, resource));
              default -> lines;
            });
    assertSame(ours, expected, person, person.key() + " on day " + today);
  }

  private static List<List<String>> each(List<Map<String, List<String>>> days, String resource) {
    return days.stream().map(day -> day.getOrDefault(resource, List.of())).toList();
  }

  /**
   * The lines of the last day, each as ours where that is how it was described on one of the days.
   */
  private static List<String> lastDescribed(List<String> ours, List<List<String>> days) {
    var sent = new HashSet<String>();
    days.forEach(sent::addAll);
    var known = new HashMap<String, String>();
    ours.stream().filter(sent::contains).forEach(line -> known.put(undescribed(line), line));
    return days.getLast().stream()
        .map(line -> known.getOrDefault(undescribed(line), line))
        .sorted()
        .toList();
  }

  /** The contents on the last day; ours where they were just that on a day since they changed. */
  private static List<String> lastRead(List<String> ours, List<List<String>> days) {
    var last = undescribed(days.getLast());
    for (var day : days.reversed()) {
      if (day.equals(ours)) {
        return ours;
      }
      if (!undescribed(day).equals(last)) {
        break;
      }
    }
    return days.getLast();
  }

  private static List<String> undescribed(List<String> lines) {
    return lines.stream().map(SandboxSyncIT::undescribed).toList();
  }

  /** Which item, when, by whom, and where that counts, without the JSON. */
  private static String undescribed(String line) {
    return line.substring(0, line.indexOf(" {"));
  }

  /** Resource by resource, so that a difference is short to read; empty playlists have no rows. */
  private static void assertSame(
      Map<String, List<String>> ours,
      Map<String, List<String>> theirs,
      Person person,
      String name) {
    var expected = new TreeMap<>(theirs);
    expected.values().removeIf(List::isEmpty);
    var actual = new TreeMap<>(ours);
    actual.values().removeIf(List::isEmpty);
    if (!person.isNew()) {
      assertThat(expected.keySet()).as("nothing is compared with nothing").hasSizeGreaterThan(6);
    }
    expected.forEach(
        (resource, lines) ->
            assertThat(actual.get(resource)).as(name + ": " + resource).isEqualTo(lines));
    assertThat(actual.keySet()).as(name).isEqualTo(expected.keySet());
  }

  /** Jobs that did not complete, but for playlists that the provider keeps from everybody. */
  private static List<List<String>> unfinished(SandboxWorld world) {
    return world.rows(
        "SELECT resource, list_key, status, reason, error FROM sync_jobs"
            + " WHERE status <> 'completed' AND NOT (resource = 'playlist_tracks' AND reason = 'gone')");
  }

  /** The columns say what the JSON says. */
  private static void assertProjections(SandboxWorld world) {
    assertThat(
            world.rows(
                """
                SELECT track_id FROM user_saved_tracks
                WHERE track_name IS DISTINCT FROM track_metadata ->> 'name'
                   OR duration_ms IS DISTINCT FROM (track_metadata ->> 'duration_ms')::integer
                   OR album_name IS DISTINCT FROM track_metadata -> 'album' ->> 'name'
                   OR isrc IS DISTINCT FROM upper(replace(track_metadata -> 'external_ids' ->> 'isrc', '-', ''))
                   OR artist_name IS DISTINCT FROM (
                     SELECT string_agg(a ->> 'name', ', ' ORDER BY place)
                     FROM jsonb_array_elements(track_metadata -> 'artists') WITH ORDINALITY AS t (a, place))
                UNION ALL
                SELECT album_id FROM user_saved_albums
                WHERE album_name IS DISTINCT FROM album_metadata ->> 'name'
                   OR release_date IS DISTINCT FROM album_metadata ->> 'release_date'
                   OR total_tracks IS DISTINCT FROM (album_metadata ->> 'total_tracks')::integer
                   OR album_type IS DISTINCT FROM album_metadata ->> 'album_type'
                UNION ALL
                SELECT playlist_id FROM user_playlists
                WHERE playlist_name IS DISTINCT FROM playlist_metadata ->> 'name'
                   OR owner_name IS DISTINCT FROM playlist_metadata -> 'owner' ->> 'display_name'
                   OR is_public IS DISTINCT FROM (playlist_metadata ->> 'public')::boolean
                """))
        .isEmpty();
  }
}
