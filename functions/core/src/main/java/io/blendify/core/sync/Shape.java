package io.blendify.core.sync;

/** How a resource is kept in history. */
public enum Shape {
  /** Versions of a whole ordered list. */
  LIST,
  /** Members that come and go. */
  SET,
  /** Plays with a time. */
  PLAY
}
