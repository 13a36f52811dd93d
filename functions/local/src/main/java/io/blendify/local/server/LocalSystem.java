package io.blendify.local.server;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.blendify.api.ApiHandler;
import io.blendify.blend.BlendHandler;
import io.blendify.fetcher.FetcherHandler;
import io.blendify.sandbox.SandboxClock;
import io.blendify.scheduler.SchedulerHandler;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything, started in order and stopped in reverse order. */
public final class LocalSystem implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalSystem.class);

  private static final Duration SCHEDULE = Duration.ofSeconds(5);

  /**
   * What the system is started with.
   *
   * @param port of the API and the pages; 0 takes a free one
   * @param sandboxPort 0 takes a free one
   * @param consumers of each queue; with one, everything happens in the same order each time
   * @param startsAt what the clock shows at the start; null for the machine's time
   */
  public record Settings(int port, int sandboxPort, int consumers, @Nullable Instant startsAt) {}

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final SandboxClock clock;
  private final URI url;
  private final Providers providers;

  private LocalSystem(Settings settings, DataFolder folder, Progress progress) {
    this.clock = LocalClock.in(folder, settings.startsAt());
    var keys = Keys.in(folder);
    try {
      var front = keep(HttpFront.bind(settings.port()));
      this.url = URI.create("http://127.0.0.1:" + front.port());
      this.providers = keep(Providers.start(clock, settings.sandboxPort(), folder, progress));
      var database = keep(progress.step("PostgreSQL", () -> Database.start(folder)));
      var queues = keep(progress.step("Queues", Queues::start));
      progress.step("Schema", database::migrate);
      var uploads = new Uploads(folder.uploads(), url);
      var context =
          keep(progress.step("Functions", () -> context(keys, database, queues, uploads)));
      progress.step("Serving", () -> serve(front, context, queues, uploads, folder, settings));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts the system.
   *
   * @throws LocalFault where it cannot, in one line; what was started by then is stopped
   */
  public static LocalSystem start(Settings settings, DataFolder folder, Progress progress) {
    return new LocalSystem(settings, folder, progress);
  }

  /** Where the API and the pages are. */
  public URI url() {
    return url;
  }

  public Providers providers() {
    return providers;
  }

  /** The time that all parts and the sandbox go by. */
  public SandboxClock clock() {
    return clock;
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }

  private ApplicationContext context(Keys keys, Database database, Queues queues, Uploads uploads) {
    var properties = new HashMap<String, Object>(providers.properties());
    properties.put("blendify.public-url", url.toString());
    properties.put("blendify.database.url", database.url());
    properties.put("blendify.database.user", "blendify_app");
    properties.put("blendify.database.password", "local");
    properties.put("blendify.database.pool-size", 12);
    properties.put("blendify.token-keyset", keys.tokenKeyset());
    properties.put("blendify.session-key", keys.sessionKey());
    queues.urls().forEach((name, queueUrl) -> properties.put("blendify.queues." + name, queueUrl));
    return ApplicationContext.builder().properties(properties).singletons(clock, uploads).start();
  }

  private boolean serve(
      HttpFront front,
      ApplicationContext context,
      Queues queues,
      Uploads uploads,
      DataFolder folder,
      Settings settings) {
    var fetcher = new FetcherHandler(context);
    var blend = new BlendHandler(context);
    var timer = keep(new Timer(new SchedulerHandler(context), clock));
    var workers =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("queue-", 0).factory());
    parts.push(() -> stop(workers));
    queues
        .urls()
        .forEach(
            (name, queueUrl) -> {
              RequestHandler<SQSEvent, SQSBatchResponse> handler =
                  name.startsWith("fetch-") ? fetcher : blend;
              for (int i = 0; i < settings.consumers(); i++) {
                workers.execute(new Consumer(queues.client(), name, queueUrl, handler));
              }
            });
    timer.every(SCHEDULE);
    front.serve(new ApiHandler(context), uploads, new DayPage(clock, timer, folder, providers));
    return true;
  }

  private static void stop(ExecutorService workers) throws InterruptedException {
    workers.shutdownNow();
    if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn("a worker did not stop in time; its job is taken up again at the next start");
    }
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("a part did not stop cleanly", e);
      }
    }
  }
}
