package io.blendify.sandbox.http;

import java.time.Duration;

/** How an answer travels, or does not. */
public sealed interface Delivery {

  /** At once and complete. */
  record Whole() implements Delivery {}

  /** Complete by the header, but the JSON breaks off in the middle. */
  record Truncated() implements Delivery {}

  /** The header promises more than comes; then the connection closes. */
  record CutOff() implements Delivery {}

  /** The connection closes without one byte of an answer. */
  record Reset() implements Delivery {}

  /** The header at once, the body in small pieces over the time. */
  record Dripping(Duration over) implements Delivery {}

  /** Nothing for the time, then all of it. */
  record Delayed(Duration by) implements Delivery {}
}
