package io.blendify.bench.cold;

import io.blendify.local.lambda.Launch;
import io.blendify.local.lambda.PackagedFunction;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One cold start that is measured over and over.
 *
 * @param event what it is started with
 */
record Start(Launch launch, String event, Path log) {

  /** Milliseconds from the start of the process to the first answer. */
  double measure() throws IOException, InterruptedException {
    return run(launch);
  }

  /** The same start with an ahead-of-time cache that a run of itself has made. */
  Start withCache(Path cache) throws IOException, InterruptedException {
    var image = launch.from(Launch.Place.IMAGE);
    run(image.with("-XX:AOTCacheOutput=" + cache));
    return new Start(image.with("-XX:AOTCache=" + cache), event, log);
  }

  private double run(Launch how) throws IOException, InterruptedException {
    try (var function = PackagedFunction.start(how, log, event)) {
      var answer = function.answer();
      if (!answer.success()) {
        throw new IllegalStateException(answer.body() + "\n" + function.output());
      }
      return answer.took().toNanos() / 1e6;
    }
  }
}
