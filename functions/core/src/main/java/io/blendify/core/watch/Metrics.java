package io.blendify.core.watch;

/** Where the functions put their figures. Never fails: no work is worth less than its figures. */
public interface Metrics {

  /** Keeps a value until the end of the piece of work; from any thread. */
  void add(Sample sample);

  /**
   * Tells all that was kept. A handler calls it after each piece of work, whatever became of it.
   */
  void flush();
}
