package io.blendify.fetcher.chaos;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.blendify.core.sync.Resource;
import io.blendify.fetcher.chaos.Trouble.Edge;
import io.blendify.fetcher.chaos.Trouble.Kind;
import io.blendify.sandbox.spotify.RefreshTokens;
import io.blendify.sandbox.world.Person;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.SyncRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * One seed: some people, some stormy days in which everything goes wrong, and calm ones in which it
 * must come right again. What happens is decided by the seed and by what a job is about, never by
 * ids, so that a seed can be played again.
 */
final class Simulation {

  private static final Duration CALM = Duration.ofHours(6);
  private static final int CALM_TICKS = 10;

  private final Universe universe;
  private final long seed;
  private final int days;
  private final SplittableRandom chance;
  private final int intensity;
  private final Weather weather = new Weather();
  private final Map<String, Integer> deliveries = new HashMap<>();
  final Map<Person, UUID> users = new LinkedHashMap<>();
  final List<String> trace = new ArrayList<>();
  Instant calmSince = Instant.MAX;
  private int schedules;
  private int outage;

  Simulation(Universe universe, long seed, int people, int days) {
    this.universe = universe;
    this.seed = seed;
    this.days = days;
    this.chance = new SplittableRandom(seed);
    this.intensity = chance.nextInt(5, 60);
    var start =
        Instant.parse("2026-02-01T00:00:00Z")
            .plus(Duration.ofDays(chance.nextInt(90)))
            .plus(Duration.ofMinutes(chance.nextInt(24 * 60)));
    universe.begin(start, chance.split());
    var everybody = new ArrayList<>(universe.sandbox.world().people());
    Collections.shuffle(everybody, new Random(seed));
    boolean anybody = chance.nextInt(4) == 0;
    everybody.sort(Comparator.comparing(one -> isCostly(one) && !anybody));
    everybody.stream().limit(people).forEach(one -> users.put(one, new UUID(seed, one.index())));
    var rotation = RefreshTokens.values()[chance.nextInt(RefreshTokens.values().length)];
    universe.sandbox.treat(universe.sandbox.switches().withRefreshTokens(rotation));
    note("start, intensity " + intensity + ", refresh tokens " + rotation + ", " + keys());
  }

  /** Some have long libraries, but not so many that a seed takes long. */
  private static boolean isCostly(Person person) {
    return person.savedTracks() > 160;
  }

  /** Everything that is wrong in the end; empty where all is well. */
  List<String> run() {
    var waiting = new ArrayList<>(users.keySet());
    var end = now().plus(Duration.ofDays(days));
    while (now().isBefore(end)) {
      if (!waiting.isEmpty() && (waiting.size() == users.size() || chance.nextInt(3) == 0)) {
        var person = waiting.removeLast();
        connect(person, user(person));
        note("connects " + person.key());
      }
      storm();
      universe.clock.advance(Duration.ofMinutes(chance.nextInt(10, 240)));
    }
    waiting.forEach(person -> connect(person, user(person)));
    calm();
    return new Audit(universe, this).faults();
  }

  private void storm() {
    if (happens(4)) {
      universe.restartDatabase();
      note("database restarted");
    }
    if (happens(4)) {
      universe.post.send(universe.post.fetch, chance.nextBoolean() ? "poison" : " ");
    }
    if (happens(10)) {
      outage = chance.nextInt(1, 6);
      note("queues refuse for " + outage);
    }
    if (chance.nextInt(100) < 20) {
      wish();
    }
    if (!happens(15)) {
      schedule(troubles(seeded("schedule", ++schedules), Edge.SEND));
    }
    int rounds = chance.nextInt(1, 5);
    for (int round = 0; round < rounds; round++) {
      deliverAll(false);
      universe.clock.advance(Duration.ofSeconds(chance.nextInt(1, 90)));
    }
    outage = Math.max(0, outage - 1);
  }

  private void calm() {
    universe.sandbox.faults().clear();
    calmSince = now();
    note("calm");
    for (int tick = 0; tick < CALM_TICKS; tick++) {
      reconnect();
      schedule(List.of());
      for (int round = 0; round < 12 && deliverAll(true) > 0; round++) {
        universe.clock.advance(Duration.ofSeconds(20));
      }
      universe.clock.advance(tick < CALM_TICKS - 2 ? CALM : Duration.ofMinutes(40));
    }
  }

  /** Whoever meets a connection that a restart has cut sees a fault, and presses again. */
  private void connect(Person person, UUID user) {
    for (int attempt = 1; ; attempt++) {
      try {
        universe.connect(person, user);
        return;
      } catch (RuntimeException e) {
        if (attempt == 8) {
          throw e;
        }
      }
    }
  }

  /** People who are told so connect again. */
  private void reconnect() {
    users.forEach(
        (person, user) -> {
          var needed =
              universe.rows(
                  """
                  SELECT 1 FROM provider_connections WHERE user_id = '%1$s' AND status <> 'active'
                  UNION ALL
                  SELECT 1 FROM provider_sync_status
                  WHERE user_id = '%1$s' AND reason = 'reconnect_required'
                  """
                      .formatted(user));
          if (!needed.isEmpty()) {
            note("connects again " + person.key());
            connect(person, user);
          }
        });
  }

  /** A person presses the button. */
  private void wish() {
    var person = List.copyOf(users.keySet()).get(chance.nextInt(users.size()));
    var random = seeded("wish " + person.key(), ++schedules);
    var worker = worker("wish of " + person.key(), random, troubles(random, Edge.SEND));
    live(
        worker,
        () -> {
          var answers =
              universe
                  .context
                  .getBean(SyncRequests.class)
                  .request(user(person), Universe.SPOTIFY, Set.<Resource>of());
          universe.context.getBean(JobMessages.class).sendStarted(answers);
        });
  }

  private void schedule(List<Trouble> troubles) {
    var worker = worker("scheduler", seeded("scheduler", ++schedules), troubles);
    live(
        worker,
        () -> universe.scheduler.handleRequest(new ScheduledEvent(), new TimeKeeper(worker)));
  }

  /** Delivers what can be received; the answer is how much that was. */
  private int deliverAll(boolean calm) {
    var names = names();
    var byName = new TreeMap<String, Message>();
    var messages = universe.post.receive(universe.post.fetch);
    for (var message : messages) {
      var name = names.getOrDefault(message.body(), "unknown " + message.body());
      for (int copy = 0; byName.putIfAbsent(name + " copy " + copy, message) != null; copy++) {}
    }
    var order = new ArrayList<>(byName.values());
    Collections.shuffle(order, new Random(chance.nextLong()));
    for (var message : order) {
      var name = names.getOrDefault(message.body(), "unknown");
      if (calm) {
        deliver(message, name, List.of(), true);
      } else {
        deliver(message, name);
      }
    }
    return messages.size();
  }

  private void deliver(Message message, String name) {
    if (happens(4)) {
      note("lost: message of " + name);
      universe.post.delete(universe.post.fetch, message);
      return;
    }
    if (happens(6)) {
      note("late: message of " + name);
      return;
    }
    var random = seeded(name, deliveries.merge(name, 1, Integer::sum));
    var person = person(name);
    if (person != null && random.nextInt(100) < intensity) {
      var met = weather.any(random, person, now(), saved(person), known(person));
      met.forEach(universe.sandbox.faults()::add);
      note("weather " + met);
    }
    var troubles = troubles(random, Edge.values());
    deliver(message, name, troubles, !happens(5));
    universe.sandbox.faults().clear();
    if (happens(5)) {
      deliver(message, name, List.of(), false);
    }
  }

  private void deliver(Message message, String name, List<Trouble> troubles, boolean delete) {
    int nth = deliveries.merge(name, 1, Integer::sum);
    var worker = worker(name, seeded(name, nth), troubles);
    var sqs = new SQSMessage();
    sqs.setMessageId(message.messageId());
    sqs.setBody(message.body());
    var event = new SQSEvent();
    event.setRecords(List.of(sqs));
    var done = new boolean[1];
    live(
        worker,
        () ->
            done[0] =
                universe
                    .fetcher
                    .handleRequest(event, new TimeKeeper(worker))
                    .getBatchItemFailures()
                    .isEmpty());
    if (done[0] && delete) {
      universe.post.delete(universe.post.fetch, message);
    }
  }

  /** What the world does while a worker waits for an answer. */
  private void meanwhile(Worker waiting, Kind kind) {
    switch (kind) {
      case DEADLINE -> universe.clock.advance(Worker.LIMIT.plusHours(waiting.chance.nextInt(30)));
      case LEASE_RUNS_OUT -> {
        universe.clock.advance(Duration.ofSeconds(waiting.chance.nextInt(61, 80)));
        another(waiting, waiting.name);
      }
      case OTHER_WORKER -> another(waiting, null);
      default -> throw new IllegalArgumentException(kind.toString());
    }
  }

  /** Another worker comes in between: on the same job, or on one of the same person. */
  private void another(Worker waiting, String same) {
    if (waiting.name.equals("scheduler")) {
      aside(() -> schedule(List.of()));
      return;
    }
    var owner = waiting.name.split(" ")[0];
    var jobs = new TreeMap<String, String>();
    names()
        .forEach(
            (id, name) -> {
              if (same == null ? name.startsWith(owner + " ") : name.equals(same)) {
                jobs.put(name, id);
              }
            });
    if (jobs.isEmpty()) {
      return;
    }
    var name = List.copyOf(jobs.keySet()).get(waiting.chance.nextInt(jobs.size()));
    var message = Message.builder().messageId("aside").body(jobs.get(name)).build();
    aside(() -> deliver(message, name, List.of(), false));
  }

  private static void aside(Runnable work) {
    try {
      Thread.ofPlatform().start(work).join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Trouble> troubles(SplittableRandom random, Edge... edges) {
    var troubles = new ArrayList<Trouble>();
    if (outage > 0) {
      for (int send = 1; send < 10; send++) {
        troubles.add(new Trouble(Edge.SEND, Kind.REFUSED, send));
      }
    }
    while (random.nextInt(100) < intensity && troubles.size() < 20) {
      var edge = edges[random.nextInt(edges.length)];
      troubles.add(
          switch (edge) {
            case STATEMENT ->
                new Trouble(
                    edge,
                    any(
                        random,
                        Kind.KILLED_BEFORE,
                        Kind.KILLED_AFTER,
                        Kind.CUT_BEFORE,
                        Kind.CUT_AFTER,
                        Kind.SERIALIZATION),
                    random.nextInt(1, 30));
            case COMMIT ->
                new Trouble(
                    edge,
                    any(
                        random,
                        Kind.KILLED_BEFORE,
                        Kind.KILLED_AFTER,
                        Kind.CUT_BEFORE,
                        Kind.CUT_AFTER,
                        Kind.SERIALIZATION),
                    random.nextInt(1, 12));
            case PAGE ->
                new Trouble(
                    edge,
                    any(
                        random,
                        Kind.KILLED_BEFORE,
                        Kind.KILLED_AFTER,
                        Kind.LEASE_RUNS_OUT,
                        Kind.DEADLINE,
                        Kind.OTHER_WORKER),
                    random.nextInt(1, 4));
            case REFRESH ->
                new Trouble(edge, any(random, Kind.KILLED_BEFORE, Kind.OTHER_WORKER), 1);
            case SEND ->
                new Trouble(
                    edge,
                    any(
                        random,
                        Kind.KILLED_BEFORE,
                        Kind.KILLED_AFTER,
                        Kind.REFUSED,
                        Kind.CUT_BEFORE,
                        Kind.CUT_AFTER,
                        Kind.OTHER_WORKER),
                    random.nextInt(1, 4));
          });
    }
    return troubles;
  }

  private static Kind any(SplittableRandom random, Kind... kinds) {
    return kinds[random.nextInt(kinds.length)];
  }

  private Worker worker(String name, SplittableRandom random, List<Trouble> troubles) {
    return new Worker(name, random, troubles, universe.clock, this::meanwhile);
  }

  private void live(Worker worker, Runnable work) {
    var from = now();
    String end;
    try {
      end = worker.live(work) ? "" : ", killed";
    } catch (RuntimeException e) {
      end = ", " + e;
    }
    if (worker.isDead() && end.isEmpty()) {
      end = ", killed in vain";
    }
    note(worker.name + " " + worker.met + end + (now().equals(from) ? "" : " until " + now()));
  }

  /** What the jobs are about, by id. */
  private Map<String, String> names() {
    var names = new HashMap<String, String>();
    universe
        .rows(
            """
            SELECT j.id, u.display_name || ' ' || j.resource || ' ' || j.list_key
            FROM all_jobs j JOIN users u ON u.id = j.user_id
            """)
        .forEach(row -> names.put(row.getFirst(), row.getLast()));
    return names;
  }

  private List<String> keys() {
    return users.keySet().stream().map(Person::key).toList();
  }

  private Person person(String name) {
    var key = name.split(" ")[0];
    return users.keySet().stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
  }

  private UUID user(Person person) {
    return users.get(person);
  }

  private boolean happens(int percent) {
    return chance.nextInt(1000) < percent * 10 * intensity / 60;
  }

  private int saved(Person person) {
    return universe.sandbox.world().savedTracks(person, now()).size();
  }

  private int known(Person person) {
    var rows =
        universe.rows(
            """
            SELECT items FROM provider_sync_status
            WHERE resource = 'saved_tracks' AND items IS NOT NULL AND user_id = '%s'
            """
                .formatted(user(person)));
    return rows.isEmpty() ? 0 : Integer.parseInt(rows.getFirst().getFirst());
  }

  private SplittableRandom seeded(String name, int nth) {
    return new SplittableRandom(seed * 31 + name.hashCode() * 1_000_003L + nth);
  }

  private Instant now() {
    return universe.clock.instant();
  }

  private void note(String line) {
    trace.add(now() + " " + line);
  }
}
