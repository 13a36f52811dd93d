package io.blendify.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.core.sync.Resource;
import io.blendify.sandbox.http.RequestLog;
import io.blendify.sandbox.spotify.Effect;
import io.blendify.sandbox.spotify.Fault;
import io.blendify.sandbox.world.Person;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.SyncRequests;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A long library over HTTP, several of its pages at the same time. */
class PagesAtOnceIT {

  private static final String TRACKS = "/v1/me/tracks";

  @Test
  void fourPagesAreUnderWayAtTheSameTimeAndEachIsAskedForOnce() {
    var alone = time(1);
    var four = time(4);
    System.out.printf(
        "saved tracks, pages that take 60 ms: %d ms one by one, %d ms four at once%n",
        alone.toMillis(), four.toMillis());
    assertThat(four).isLessThan(alone.multipliedBy(2).dividedBy(3));
  }

  private static Duration time(int pages) {
    try (var world = world(pages)) {
      world.sandbox.faults().add(Fault.on(TRACKS, Effect.slow(Duration.ofMillis(60))).always());
      var user = world.connect(reader(world));
      long began = System.nanoTime();
      sync(world, user);
      var took = Duration.ofNanos(System.nanoTime() - began);
      assertThat(world.sandbox.mostAtOnce()).isEqualTo(pages);
      assertComplete(world);
      assertThat(asked(world)).doesNotHaveDuplicates();
      return took;
    }
  }

  @Test
  void aPageThatIsThrottledStopsAllAndWhatCameBeforeItIsKept() {
    try (var world = world(4)) {
      world.sandbox.faults().add(Fault.on(TRACKS, Effect.throttled(7)).withQuery("offset=150"));
      var user = world.connect(reader(world));
      begin(world, user);
      var sent = world.queue.sent.removeFirst();
      world.context.getBean(FetchJob.class).run(sent.id(), World.PLENTY);

      assertThat(asked(world)).contains("0", "50", "100", "150").hasSizeLessThan(6);
      assertThat(
              world.rows(
                  "SELECT cursor, items_done, reason FROM sync_jobs WHERE status = 'pending'"))
          .containsExactly(List.of("150", "150", "throttled"));
      assertThat(world.rows("SELECT 1 FROM provider_throttle WHERE not_before IS NOT NULL"))
          .hasSize(1);

      world.clock.advance(Duration.ofSeconds(20));
      sync(world, user);
      assertComplete(world);
    }
  }

  private static SandboxWorld world(int pages) {
    return new SandboxWorld(Map.of("blendify.fetcher.pages-at-once", pages));
  }

  private static Person reader(SandboxWorld world) {
    return world.sandbox.world().people().stream()
        .max(Comparator.comparing(Person::savedTracks))
        .orElseThrow();
  }

  private static void begin(SandboxWorld world, UUID user) {
    var answers =
        world
            .context
            .getBean(SyncRequests.class)
            .request(user, SandboxWorld.SPOTIFY, Set.of(Resource.SAVED_TRACKS));
    world.context.getBean(JobMessages.class).sendStarted(answers);
  }

  private static void sync(SandboxWorld world, UUID user) {
    begin(world, user);
    world.deliverAll();
  }

  private static void assertComplete(SandboxWorld world) {
    var books = world.sandbox.world().savedTracks(reader(world), world.clock.instant());
    assertThat(world.rows("SELECT track_id FROM current_user_saved_tracks"))
        .hasSize(books.size())
        .extracting(List::getFirst)
        .containsExactlyInAnyOrderElementsOf(books.stream().map(one -> one.what().id()).toList());
    assertThat(world.rows("SELECT 1 FROM history.memberships")).hasSize(books.size());
  }

  private static List<String> asked(SandboxWorld world) {
    return world.sandbox.requests().to(TRACKS).stream()
        .map(RequestLog.Entry::query)
        .map(query -> query.replaceAll(".*offset=(\\d+).*", "$1"))
        .toList();
  }
}
