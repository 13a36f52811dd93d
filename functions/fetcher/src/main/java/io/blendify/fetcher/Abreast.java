package io.blendify.fetcher;

import io.blendify.core.watch.Trail;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Makes calls at the same time, each on a thread of its own and on the trail of this one. */
@Singleton
class Abreast {

  /** The answers in the order of the calls, once all have ended. Throws what one of them threw. */
  <T> List<T> all(List<Supplier<T>> calls) {
    if (calls.size() == 1) {
      return List.of(calls.getFirst().get());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var trail = Trail.here();
      var answers = calls.stream().map(call -> threads.submit(() -> trail.call(call))).toList();
      return answers.stream().map(Abreast::answer).toList();
    }
  }

  private static <T> T answer(Future<T> call) {
    try {
      return call.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pages were on their way", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unforeseen) {
        throw unforeseen;
      }
      if (e.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw new IllegalStateException(e);
    }
  }
}
