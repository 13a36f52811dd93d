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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything, started in order and stopped in reverse order. */
public final class LocalSystem implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalSystem.class);

  /** Consumers for each queue: enough to keep two cores busy and the database calm. */
  private static final int CONSUMERS = 2;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Progress progress;
  private final SandboxClock clock = SandboxClock.running();
  private URI url = URI.create("http://127.0.0.1");
  private Providers providers;
  private Timer timer;

  /**
   * Starts the system.
   *
   * @throws LocalFault where it cannot, in one line; what was started by then is stopped
   */
  public static LocalSystem start(int port, int sandboxPort, DataFolder folder, Progress progress) {
    var system = new LocalSystem(progress);
    try {
      system.startParts(port, sandboxPort, folder);
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }
}
