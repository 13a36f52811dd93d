package io.blendify.sandbox.world;

/** How far back a top list looks. */
public enum TopRange {
  SHORT_TERM("short_term", 28),
  MEDIUM_TERM("medium_term", 182),
  LONG_TERM("long_term", 365);

  private final String wire;
  private final int days;

  TopRange(String wire, int days) {
    this.wire = wire;
    this.days = days;
  }

  /** The provider's word for it. */
  public String wire() {
    return wire;
  }

  int days() {
    return days;
  }
}
