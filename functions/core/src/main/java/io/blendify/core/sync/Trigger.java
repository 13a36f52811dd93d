package io.blendify.core.sync;

import java.util.Locale;

/** Who wanted a job. */
public enum Trigger {
  /** The person asked and waits. */
  PERSON,
  /** It was due. */
  SCHEDULE,
  /** The person uploaded a file. */
  IMPORT;

  /** The name in JSON and in the database: {@code person}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
