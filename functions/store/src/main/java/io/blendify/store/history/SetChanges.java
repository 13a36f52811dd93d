package io.blendify.store.history;

/**
 * What a run changed in a set.
 *
 * @param members how many the set has now
 */
public record SetChanges(int added, int changed, int removed, int members) {

  public int all() {
    return added + changed + removed;
  }
}
