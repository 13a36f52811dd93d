package io.blendify.api;

import java.util.Map;

/** Headers that tell browsers what our answers may never be used for. */
final class SecurityHeaders {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          // With no-referrer, browsers would send our own forms as from "Origin: null".
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
          // Our own script file only; covers are at the providers' own addresses, and uploads go to
          // the presigned ones of the bucket.
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; connect-src 'self' https:;"
                  + " style-src 'self'; img-src 'self' https: data:; form-action 'self';"
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
