package io.blendify.core.sync;

import java.util.Locale;

/** Why something is not current, or not done now. */
public enum Reason {
  /** It was synced a moment ago. */
  COOLDOWN,
  /** The operator switched it off, or the provider refuses this installation's app. */
  DISABLED,
  /** The provider cannot supply it, which is not the same as empty. */
  UNSUPPORTED,
  /** Consent is gone or lacks a scope; only the person can restore it. */
  RECONNECT_REQUIRED,
  /** The provider asked for a pause. */
  THROTTLED,
  /** The day's calls are spent on what is worth more; it is caught up on. */
  BUDGET,
  /** It exists and is kept from us; what we have of it stays. */
  WITHHELD,
  /** It no longer exists at the provider. */
  GONE,
  /** The provider is in trouble; tried again later. */
  UNAVAILABLE,
  /** The provider's answer was outside its own documentation. */
  UNREADABLE,
  /**
   * Much of it seems to be gone; that is believed once later looks agree, and till then all stays.
   */
  UNCONFIRMED;

  /** The name in JSON and in the database: {@code reconnect_required}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The inverse of {@link #label()}. Throws IllegalArgumentException for any other text. */
  public static Reason of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
