package io.blendify.local.server;

import org.jspecify.annotations.Nullable;

/** The system cannot start or go on for a reason that one line can tell to the person at it. */
public final class LocalFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  public LocalFault(String line) {
    super(line);
  }

  public LocalFault(String line, @Nullable Throwable cause) {
    super(line, cause);
  }
}
