package io.blendify.api;

import java.util.Map;

/** Headers that tell browsers what our answers may never be used for. */
final class SecurityHeaders {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
          // No script at all; images are covers at the providers' own addresses.
          "Content-Security-Policy",
              "default-src 'none'; style-src 'self'; img-src 'self' https: data:;"
                  + " base-uri 'none'; frame-ancestors 'none'",
          "Cache-Control", "no-store");

  private SecurityHeaders() {}

  /** What an answer says about itself stays. */
  static void addTo(Map<String, String> headers, boolean https) {
    ALWAYS.forEach(headers::putIfAbsent);
    if (https) {
      headers.putIfAbsent("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
