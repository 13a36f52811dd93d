package io.blendify.watch;

import org.jspecify.annotations.Nullable;

/**
 * The function that a line comes from.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">Lambda's
 *     variables</a>
 */
record Surroundings(@Nullable String function, @Nullable String version) {

  /** Where the runtime client keeps the trace of the invocation that is going on. */
  private static final String TRACE = "com.amazonaws.xray.traceHeader";

  private static final String ROOT = "Root=";

  static Surroundings ofThisProcess() {
    return new Surroundings(
        System.getenv("AWS_LAMBDA_FUNCTION_NAME"), System.getenv("AWS_LAMBDA_FUNCTION_VERSION"));
  }

  void addTo(JsonLine line) {
    line.put("function_name", function)
        .put("function_version", version)
        .put("xray_trace_id", trace(System.getProperty(TRACE)));
  }

  /** The id in {@code Root=1-5759e988-bd862e3fe1be46a994272793;Parent=…;Sampled=1}. */
  static @Nullable String trace(@Nullable String header) {
    int start = header == null ? -1 : header.indexOf(ROOT);
    if (header == null || start < 0) {
      return null;
    }
    int end = header.indexOf(';', start);
    return header.substring(start + ROOT.length(), end < 0 ? header.length() : end);
  }
}
