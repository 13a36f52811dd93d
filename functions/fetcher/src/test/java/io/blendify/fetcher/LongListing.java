package io.blendify.fetcher;

import static io.blendify.fetcher.Things.member;
import static io.blendify.fetcher.Things.placed;
import static io.blendify.fetcher.Things.playlist;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.sync.Resource;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * A library of 100,000 tracks and a playlist of 10,000, read by a function of 10 seconds and 256 MB
 * whose process is killed again and again. Runs in a JVM of that size; prints what it saw, and ends
 * with 1 where something is missing.
 */
final class LongListing {

  static final int SAVED = 100_000;
  static final int LISTED = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Prime to the pages of an invocation, so that every page is hit once. */
  private static final int KILLED_EVERY = 41;

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final World world;
  private int asked;
  private int invocations;
  private int kills;
  private long leastHeap = Long.MAX_VALUE;
  private long mostHeap;

  private LongListing(World world) {
    this.world = world;
  }

  public static void main(String[] arguments) {
    try (var world =
        new World(Map.of("blendify.sync.pace", "0s", "blendify.fetcher.reserve", "3s"))) {
      world.begin();
      new LongListing(world).run();
    }
    System.exit(0);
  }

  private void run() {
    var saved = listing(Resource.SAVED_TRACKS);
    saved.contents.put("", new Lazy(SAVED, n -> member("t" + n, World.NOON.minusSeconds(n))));
    read(world.job(Resource.SAVED_TRACKS));
    say("saved tracks", saved);
    expect(SAVED, "SELECT count(*) FROM history.memberships WHERE action = 'added'");
    expect(0, "SELECT count(*) FROM history.memberships WHERE action <> 'added'");

    world.listing(Resource.PLAYLISTS).holds(new Member(playlist("p", "v1", LISTED), null));
    var listed = listing(Resource.PLAYLIST_TRACKS);
    listed.contents.put("p", new Lazy(LISTED, n -> placed("t" + n)));
    world.deliver(world.job(Resource.PLAYLISTS));
    read(UUID.fromString(one("SELECT id FROM sync_jobs WHERE resource = 'playlist_tracks'")));
    say("playlist", listed);
    expect(LISTED, "SELECT cardinality(version_ids) FROM history.lists");
    expect(1, "SELECT count(*) FROM history.lists");
    expect(0, "SELECT count(*) FROM sync_pages");
  }

  private FakeListing listing(Resource resource) {
    asked = 0;
    invocations = 0;
    kills = 0;
    var listing = world.listing(resource);
    listing.pageSize = 50;
    listing.meanwhile =
        () -> {
          world.now = world.now.plusMillis(150);
          if (++asked % KILLED_EVERY == 0) {
            throw new Killed();
          }
        };
    return listing;
  }

  private void read(UUID id) {
    var job = world.context.getBean(FetchJob.class);
    while (world.read(id).open()) {
      invocations++;
      var end = world.now.plus(LIMIT);
      try {
        job.run(id, () -> Duration.between(world.now, end));
      } catch (Killed e) {
        kills++;
        world.now = world.now.plusSeconds(61);
      }
      world.queue.sent.clear();
      weigh();
    }
    if (!world.read(id).status().equals("completed")) {
      throw new IllegalStateException("not completed: " + world.read(id));
    }
  }

  private void weigh() {
    if (invocations % 8 == 0) {
      System.gc();
      var runtime = Runtime.getRuntime();
      long heap = runtime.totalMemory() - runtime.freeMemory();
      leastHeap = Math.min(leastHeap, heap);
      mostHeap = Math.max(mostHeap, heap);
    }
  }

  private void say(String what, FakeListing listing) {
    System.out.printf(
        "%s: %d pages asked for, %d invocations, %d kills, heap between %d and %d MB of %d%n",
        what,
        listing.requests.size(),
        invocations,
        kills,
        leastHeap >> 20,
        mostHeap >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
    if (mostHeap - leastHeap > 40L << 20) {
      throw new IllegalStateException("memory grew with the listing");
    }
  }

  private void expect(int number, String sql) {
    if (!one(sql).equals(String.valueOf(number))) {
      throw new IllegalStateException(sql + " answers " + one(sql) + ", not " + number);
    }
  }

  private String one(String sql) {
    return world.rows(sql).getFirst();
  }

  /** Makes each entry when it is asked for. */
  private static final class Lazy extends AbstractList<Observation> {

    private final int size;
    private final IntFunction<Observation> make;

    private Lazy(int size, IntFunction<Observation> make) {
      this.size = size;
      this.make = make;
    }

    @Override
    public Observation get(int index) {
      return make.apply(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
