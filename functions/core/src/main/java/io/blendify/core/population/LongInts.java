package io.blendify.core.population;

import java.util.Arrays;

/**
 * A small whole number, 0 or more, for each of many long ones: no boxes, because a blend looks up
 * tens of thousands. Open addressing with linear probing (Knuth, "The Art of Computer Programming",
 * 6.4).
 */
public final class LongInts {

  private static final int ABSENT = -1;

  private long[] keys;
  private int[] values;
  private int size;

  /**
   * @param expected how many there will be; more are no fault
   */
  public LongInts(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected)) << 2;
    keys = new long[capacity];
    values = new int[capacity];
    Arrays.fill(values, ABSENT);
  }

  public int size() {
    return size;
  }

  /** The other number where there is none. */
  public int get(long key, int otherwise) {
    int value = values[slot(key)];
    return value == ABSENT ? otherwise : value;
  }

  /** Takes the place of what was there. */
  public void put(long key, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(value + " for " + key + " is less than 0");
    }
    int slot = slot(key);
    if (values[slot] == ABSENT) {
      size++;
      keys[slot] = key;
    }
    values[slot] = value;
    if (2 * size > keys.length) {
      grow();
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldKeys = keys;
    var oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[keys.length];
    Arrays.fill(values, ABSENT);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
