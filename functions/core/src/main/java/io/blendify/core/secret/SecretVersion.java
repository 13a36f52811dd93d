package io.blendify.core.secret;

import java.time.Instant;

/**
 * @param id names the version within its secret
 * @param createdAt when it was stored, which is before it counted
 */
public record SecretVersion(String id, String value, Instant createdAt) {

  /** Without the value. */
  @Override
  public String toString() {
    return "SecretVersion[" + id + ", " + createdAt + "]";
  }
}
