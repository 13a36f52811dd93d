package io.blendify.api.paging;

import io.blendify.api.problem.ProblemException;
import io.blendify.api.problem.ProblemType;
import io.blendify.api.session.SessionKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes cursors and reads them back. A cursor is opaque, signed, and good only for the listing (and
 * the person, and the filters) that it was made for: all of that goes into the scope.
 */
@Singleton
public final class Cursors {
  private static final int MAC_BYTES = 16;
  private static final int MAX_LENGTH = 1_000;
  private static final String SEPARATOR = "\u001f";

  private final SessionKey key;

  Cursors(SessionKey key) {
    this.key = key;
  }

  /**
   * @param scope what the listing is: path, person, filters
   * @param place the sort key of the last row shown, part by part; no part may hold U+001F
   */
  public String encode(String scope, List<String> place) {
    var payload = String.join(SEPARATOR, place).getBytes(StandardCharsets.UTF_8);
    var mac = key.mac(purpose(scope), payload);
    var bytes = Arrays.copyOf(mac, MAC_BYTES + payload.length);
    System.arraycopy(payload, 0, bytes, MAC_BYTES, payload.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The place that a cursor of this scope stands for; null for the first page.
   *
   * @throws ProblemException 400 for a cursor that this scope never made
   */
  public @Nullable List<String> decode(String scope, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    var bytes = bytes(cursor);
    if (bytes.length < MAC_BYTES) {
      throw notOurs();
    }
    var payload = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    if (!key.made(Arrays.copyOf(bytes, MAC_BYTES), purpose(scope), payload)) {
      throw notOurs();
    }
    return List.of(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1));
  }

  private static String purpose(String scope) {
    return "cursor:" + scope;
  }

  private static byte[] bytes(String cursor) {
    try {
      return cursor.length() > MAX_LENGTH ? new byte[0] : Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static ProblemException notOurs() {
    return ProblemException.of(
        ProblemType.INVALID_CURSOR, "Use next_cursor from the page before, unchanged.");
  }
}
