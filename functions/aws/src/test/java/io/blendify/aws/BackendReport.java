package io.blendify.aws;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Skips what has no back end here, and prints at the end of the run which of them it ran on. */
final class BackendReport implements BeforeEachCallback, AfterTestExecutionCallback {

  private static final Namespace NAMESPACE = Namespace.create(BackendReport.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    var counts = counts(context);
    var backend = backend(context);
    var missing = backend.missing();
    counts.of.computeIfAbsent(backend, _ -> new int[2]);
    Assumptions.assumeTrue(missing == null, () -> backend.title() + ": " + missing);
    backend.pointSdkHere();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    boolean passed = context.getExecutionException().isEmpty();
    counts(context).of.get(backend(context))[passed ? 0 : 1]++;
  }

  private static Backend backend(ExtensionContext context) {
    return ((OnBackend) context.getRequiredTestInstance()).backend();
  }

  private static Counts counts(ExtensionContext context) {
    var store = context.getRoot().getStore(NAMESPACE);
    return store.getOrComputeIfAbsent(Counts.class, _ -> new Counts(), Counts.class);
  }

  /** What a contract is tested on. */
  interface OnBackend {
    Backend backend();
  }

  /** Passed and failed, by back end. */
  private static final class Counts implements AutoCloseable {
    private final Map<Backend, int[]> of = new EnumMap<>(Backend.class);

    @Override
    public void close() {
      of.forEach(
          (backend, counts) ->
              System.out.printf(
                  "The AWS contract on %s: %s%n", backend.title(), words(backend, counts)));
    }

    private static String words(Backend backend, int[] counts) {
      return backend.missing() == null
          ? counts[0] + " passed, " + counts[1] + " failed"
          : "not run, " + backend.missing();
    }
  }
}
