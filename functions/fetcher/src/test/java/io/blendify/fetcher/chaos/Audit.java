package io.blendify.fetcher.chaos;

import io.blendify.core.sync.Resource;
import io.blendify.fetcher.chaos.Recorded.Listed;
import io.blendify.sandbox.http.RequestLog;
import io.blendify.sandbox.world.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What must hold when the storm is over, whatever it was. */
final class Audit {

  private final Universe universe;
  private final Simulation simulation;
  private final Truth truth;
  private final Recorded recorded;
  private final Map<String, List<RequestLog.Entry>> requests;
  private final List<String> faults = new ArrayList<>();

  Audit(Universe universe, Simulation simulation) {
    this.universe = universe;
    this.simulation = simulation;
    this.truth = new Truth(universe.sandbox.world());
    this.recorded = new Recorded(universe);
    this.requests =
        universe.sandbox.requests().entries().stream()
            .filter(entry -> entry.person() != null)
            .collect(Collectors.groupingBy(RequestLog.Entry::person));
  }

  List<String> faults() {
    faults.addAll(recorded.faults);
    simulation.users.forEach(this::runs);
    simulation.users.forEach(this::present);
    simulation.users.forEach(this::plays);
    jobs();
    deadLetters();
    return faults;
  }

  /**
   * Each past run recorded a state that really was, at one moment while it ran. A listing of which
   * nothing was ever seen is not recorded, so nothing is said of it.
   */
  private void runs(Person person, UUID user) {
    for (var run :
        universe.rows(
            """
            SELECT resource, list_key, observed_at, finished_at,
                   COALESCE((parameters ->> 'restarts')::int, 0), id
            FROM all_jobs
            WHERE user_id = '%s' AND status = 'completed' AND reason IS NULL
              AND resource <> 'recently_played'
            ORDER BY observed_at, id
            """
                .formatted(user))) {
      var listed = new Listed(user, Resource.of(run.get(0)), run.get(1));
      var from = Recorded.time(run.get(2));
      var until = Recorded.time(run.get(3));
      var ours = recorded.at(listed, from);
      boolean says = !ours.isEmpty() || recorded.isKnown(listed, from);
      if (says && !isTrue(person, listed, ours, moments(person, from, until))) {
        var partial =
            Integer.parseInt(run.get(4)) >= 2 && isPartlyTrue(person, listed, ours, from, until);
        if (!partial) {
          faults.add(
              "%s %s %s, run of %s until %s: %s"
                  .formatted(
                      person.key(),
                      run.get(0),
                      run.get(1),
                      from,
                      until,
                      difference(
                          truth.of(person, listed.resource(), listed.listKey(), from), ours)));
        }
      }
    }
  }

  private boolean isTrue(Person person, Listed listed, List<String> ours, Set<Instant> moments) {
    return moments.stream()
        .anyMatch(at -> ours.equals(truth.of(person, listed.resource(), listed.listKey(), at)));
  }

  /** A listing that never stood still: what it says was there, and nothing is said to be gone. */
  private boolean isPartlyTrue(
      Person person, Listed listed, List<String> ours, Instant from, Instant until) {
    var real = new HashSet<>(recorded.at(listed, from.minusNanos(1000)));
    for (var at : moments(person, from, until)) {
      var then = truth.of(person, listed.resource(), listed.listKey(), at);
      real.addAll(then == null ? List.of() : then);
    }
    return real.containsAll(ours)
        && (listed.resource() == Resource.PLAYLIST_TRACKS
            || ours.containsAll(recorded.at(listed, from.minusNanos(1000))));
  }

  private Set<Instant> moments(Person person, Instant from, Instant until) {
    var moments = new LinkedHashSet<Instant>();
    moments.add(from);
    for (var entry : requests.getOrDefault(person.key(), List.of())) {
      if (!entry.at().isBefore(from) && !entry.at().isAfter(until)) {
        moments.add(entry.at());
      }
    }
    return moments;
  }

  /** In the end everything is current, or says rightly why it is not. */
  private void present(Person person, UUID user) {
    var now = universe.clock.instant();
    var playlistsRead = Instant.MIN;
    var listings =
        universe.rows(
            """
            SELECT resource, list_key, reason, last_complete_at, detail, next_due_at, doubted_since
            FROM provider_sync_status WHERE user_id = '%s' ORDER BY resource DESC, list_key
            """
                .formatted(user));
    for (var listing : listings) {
      if (listing.get(0).equals("playlists") && listing.get(3) != null) {
        playlistsRead = Recorded.time(listing.get(3));
      }
    }
    for (var row : listings) {
      var resource = Resource.of(row.get(0));
      var listed = new Listed(user, resource, row.get(1));
      var read = Recorded.time(row.get(3));
      var name = person.key() + " " + row;
      if ("unconfirmed".equals(row.get(2)) && isRightlyDoubted(person, listed, row.get(6))) {
        continue;
      }
      if (resource == Resource.PLAYLIST_TRACKS) {
        playlist(person, listed, row.get(2), playlistsRead, name);
      } else if (row.get(2) != null || read == null || read.isBefore(simulation.calmSince)) {
        faults.add("not current: " + name);
      } else if (row.get(5) == null
          || Recorded.time(row.get(5)).isBefore(now.minusSeconds(6 * 3600))) {
        faults.add("never due again: " + name);
      }
    }
  }

  /** Much of it is gone indeed, and that is not known for longer than it takes to be believed. */
  private boolean isRightlyDoubted(Person person, Listed listed, String since) {
    var now = universe.clock.instant();
    var theirs = truth.of(person, listed.resource(), listed.listKey(), now);
    return theirs != null
        && 2 * theirs.size() < recorded.at(listed, now).size()
        && Recorded.time(since).plus(Duration.ofHours(36)).isAfter(now);
  }

  private void playlist(
      Person person, Listed listed, String reason, Instant playlistsRead, String name) {
    var now = universe.clock.instant();
    boolean there =
        truth.world().playlists(person, playlistsRead).stream()
            .anyMatch(one -> one.id().equals(listed.listKey()));
    if (there && truth.isOpen(person, listed.listKey(), playlistsRead)) {
      var moments = moments(person, playlistsRead, now);
      moments.add(now);
      var ours = recorded.at(listed, now);
      boolean gone = moments.stream().anyMatch(at -> !truth.isOpen(person, listed.listKey(), at));
      if (!gone && (reason != null || !isTrue(person, listed, ours, moments))) {
        faults.add(
            "not as it is: %s: %s"
                .formatted(
                    name,
                    difference(
                        truth.of(person, Resource.PLAYLIST_TRACKS, listed.listKey(), playlistsRead),
                        ours)));
      }
    } else if (reason == null) {
      faults.add("gone or withheld, and nothing says so: " + name);
    }
  }

  /** No play is invented or doubled, and none is missing outside a reported gap. */
  private void plays(Person person, UUID user) {
    var ours = new ArrayList<String>();
    for (var row :
        universe.rows(
            """
            SELECT p.played_at, i.provider_item_id
            FROM history.plays p JOIN catalog.items i ON i.id = p.item_id
            WHERE p.user_id = '%s' ORDER BY 1, 2
            """
                .formatted(user))) {
      ours.add(Recorded.time(row.get(0)) + " " + row.get(1));
    }
    var last =
        universe.rows(
            """
            SELECT s.last_complete_at, (
              SELECT min(j.observed_at) FROM all_jobs j
              WHERE j.user_id = s.user_id AND j.resource = s.resource AND j.status = 'completed')
            FROM provider_sync_status s
            WHERE s.user_id = '%s' AND s.resource = 'recently_played'
            """
                .formatted(user));
    var until = Recorded.time(last.getFirst().getFirst());
    if (until == null) {
      faults.add("plays never read: " + person.key());
      return;
    }
    if (new HashSet<>(ours).size() != ours.size()) {
      faults.add("plays doubled: " + person.key());
    }
    var known = new HashSet<>(ours);
    var real = new HashSet<String>();
    var gaps = gaps(person, user);
    var oldest = ours.isEmpty() ? until : Instant.parse(ours.getFirst().split(" ")[0]);
    int reachable = truth.world().plays(person, Recorded.time(last.getFirst().get(1)), 50).size();
    if (ours.size() < reachable) {
      faults.add("fewer plays than the first answer had: " + person.key());
    }
    for (var play : truth.world().plays(person, universe.clock.instant(), 5_000)) {
      var line = play.at() + " " + play.track().id();
      real.add(line);
      boolean wanted = !play.at().isBefore(oldest) && play.at().isBefore(until);
      if (wanted && !known.contains(line) && gaps.stream().noneMatch(gap -> gap.holds(play.at()))) {
        faults.add("play missing without a word: " + person.key() + " " + line + ", gaps " + gaps);
      }
    }
    ours.stream()
        .filter(one -> !real.contains(one))
        .forEach(one -> faults.add("play invented: " + one));
  }

  private record Gap(Instant from, Instant until) {
    boolean holds(Instant at) {
      return at.isAfter(from) && at.isBefore(until);
    }
  }

  private List<Gap> gaps(Person person, UUID user) {
    var gaps = new ArrayList<Gap>();
    for (var row :
        universe.rows(
            """
            SELECT lower(g), upper(g)
            FROM provider_sync_status s, unnest(s.gaps) AS g
            WHERE s.user_id = '%s' AND s.resource = 'recently_played'
            """
                .formatted(user))) {
      var gap = new Gap(Recorded.time(row.get(0)), Recorded.time(row.get(1)));
      gaps.add(gap);
      long fresh =
          truth.world().plays(person, universe.clock.instant(), 5_000).stream()
              .filter(play -> play.at().isAfter(gap.from()))
              .count();
      if (fresh < 50) {
        faults.add("a gap where none can be: " + person.key() + " " + gap);
      }
    }
    return gaps;
  }

  /** Every job has ended, or waits for a moment that is still to come. */
  private void jobs() {
    var now = universe.clock.instant();
    universe
        .rows(
            """
            SELECT u.display_name, j.resource, j.list_key, j.status, j.reason, j.error, j.attempts,
                   j.not_before, j.sent_at, j.lease_until
            FROM sync_jobs j JOIN users u ON u.id = j.user_id
            WHERE j.status = 'running' OR j.status = 'failed' AND (j.reason IS NULL OR j.error IS NULL)
              OR j.status IN ('pending', 'parked') AND j.not_before < '%s'
            """
                .formatted(now.minusSeconds(3600)))
        .forEach(row -> faults.add("left behind: " + row));
    universe
        .rows(
            "SELECT job_id FROM sync_pages JOIN sync_jobs j ON j.id = job_id WHERE j.status IN ('completed', 'failed') GROUP BY 1")
        .forEach(row -> faults.add("pages left behind: " + row));
    universe
        .rows(
            "SELECT id, resource, status FROM sync_jobs WHERE parameters ? 'taste' AND status IN ('completed', 'failed')")
        .forEach(row -> faults.add("taste never told: " + row));
  }

  /** What nobody could work on is poison, or a job whose row says why. */
  private void deadLetters() {
    for (var letter : universe.post.receive(universe.post.dead)) {
      var body = letter.body();
      if (body.length() != 36) {
        continue;
      }
      var rows = universe.rows("SELECT status, error FROM all_jobs WHERE id = '" + body + "'");
      if (rows.isEmpty()) {
        faults.add("dead letter of no job: " + body);
      }
    }
  }

  private static String difference(List<String> theirs, List<String> ours) {
    if (theirs == null) {
      return "there was nothing to be read, we have " + ours.size();
    }
    var missing = new ArrayList<>(theirs);
    missing.removeAll(ours);
    var invented = new ArrayList<>(ours);
    invented.removeAll(theirs);
    return "missing "
        + missing
        + ", not there "
        + invented
        + ", "
        + theirs.size()
        + " against "
        + ours.size();
  }
}
