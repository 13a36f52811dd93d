package io.blendify.providers.spotify;

import java.net.http.HttpHeaders;

/** What came back over the wire, before anybody says what it means. */
sealed interface Reply {

  /** A whole answer, unpacked. */
  record Received(int status, HttpHeaders headers, byte[] body) implements Reply {}

  /** An answer larger than we take; the rest was not read. */
  record TooLarge(int limit) implements Reply {}

  /** No whole answer: refused, reset, cut off, too slow. */
  record Lost(String detail) implements Reply {}
}
