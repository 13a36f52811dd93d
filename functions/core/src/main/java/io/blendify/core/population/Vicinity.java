package io.blendify.core.population;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * What goes with what somebody likes, as far as one group needs it. What it knows of has numbers of
 * its own, by which sums over thousands of neighbours are plain arrays.
 */
public final class Vicinity {

  public static final Vicinity NONE = new Vicinity(new long[0], Map.of());

  private final long[] recordings;
  private final int[] same;
  private final LongInts numbers;
  private final Map<Long, byte[]> near;

  /**
   * @param recordings by number
   * @param near by recording, what goes with it, as {@link #bytes} wrote it
   */
  public Vicinity(long[] recordings, Map<Long, byte[]> near) {
    this.recordings = recordings.clone();
    this.near = Map.copyOf(near);
    this.numbers = new LongInts(recordings.length);
    this.same = new int[recordings.length];
    for (int number = 0; number < same.length; number++) {
      same[number] = numbers.get(recordings[number], number);
      numbers.put(recordings[number], same[number]);
    }
  }

  /** By recording, what goes with it. */
  public static Vicinity of(Map<String, List<Neighbour>> neighbours) {
    Map<String, Integer> numbers = new HashMap<>();
    neighbours.values().stream()
        .flatMap(List::stream)
        .map(Neighbour::key)
        .distinct()
        .sorted()
        .forEach(key -> numbers.put(key, numbers.size()));
    var recordings = new long[numbers.size()];
    numbers.forEach((key, number) -> recordings[number] = Long.parseLong(key));
    Map<Long, byte[]> near = new HashMap<>();
    neighbours.forEach((key, of) -> near.put(Long.valueOf(key), bytes(of, numbers)));
    return new Vicinity(recordings, near);
  }

  /** Under the numbers by which recordings are known today. */
  public Vicinity renamed(LongUnaryOperator sameAs) {
    return new Vicinity(Arrays.stream(recordings).map(sameAs).toArray(), near);
  }

  /** How many recordings have a number; the numbers are less. */
  public int size() {
    return recordings.length;
  }

  public long recording(int number) {
    return recordings[number];
  }

  /** -1 for what is not known here. */
  public int number(long recording) {
    return numbers.get(recording, -1);
  }

  public boolean isEmpty() {
    return near.isEmpty();
  }

  /** Adds to what speaks for each recording, by number, what a liked one says. */
  public void add(long liked, double weight, double[] sums) {
    var of = near.get(liked);
    if (of != null) {
      for (var next = new Cursor(of); next.move(); ) {
        sums[same[next.number]] += weight * next.weight;
      }
    }
  }

  /** How much one speaks for the other; 0 where it does not. */
  public double between(long liked, long other) {
    int number = number(other);
    var of = near.get(liked);
    double between = 0;
    if (of != null && number >= 0) {
      for (var next = new Cursor(of); next.move(); ) {
        between += same[next.number] == number ? next.weight : 0;
      }
    }
    return between;
  }

  /** Reads what {@link #bytes} wrote. */
  private static final class Cursor {

    private final byte[] of;
    private int at;
    private int number;
    private float weight;

    Cursor(byte[] of) {
      this.of = of;
    }

    boolean move() {
      if (at == of.length) {
        return false;
      }
      int step = of[at++];
      if (step < 0) {
        step &= 0x7F;
        for (int shift = 7, seven = -1; seven < 0; shift += 7) {
          seven = of[at++];
          step |= (seven & 0x7F) << shift;
        }
      }
      number += step;
      weight = real(of, at);
      at += Float.BYTES;
      return true;
    }
  }

  private static float real(byte[] bytes, int at) {
    return Float.intBitsToFloat(
        (bytes[at] & 0xFF)
            | (bytes[at + 1] & 0xFF) << 8
            | (bytes[at + 2] & 0xFF) << 16
            | (bytes[at + 3] & 0xFF) << 24);
  }

  /**
   * Neighbours by ascending number: the step from the last number, seven bits a byte, lowest first,
   * and the weight as four bytes, lowest first.
   *
   * @param numbers of all that is named
   */
  public static byte[] bytes(List<Neighbour> neighbours, Map<String, Integer> numbers) {
    var sorted =
        neighbours.stream()
            .sorted(Comparator.comparing(neighbour -> numbers.getOrDefault(neighbour.key(), -1)))
            .toList();
    var bytes = new byte[9 * sorted.size()];
    int size = 0;
    int last = 0;
    for (var neighbour : sorted) {
      int number = numbers.getOrDefault(neighbour.key(), -1);
      if (number < 0) {
        throw new IllegalArgumentException(neighbour.key() + " has no number");
      }
      int step = number - last;
      last = number;
      while ((step & ~0x7F) != 0) {
        bytes[size++] = (byte) (step | 0x80);
        step >>>= 7;
      }
      bytes[size++] = (byte) step;
      int weight = Float.floatToIntBits(neighbour.weight());
      for (int shift = 0; shift < 32; shift += 8) {
        bytes[size++] = (byte) (weight >>> shift);
      }
    }
    return Arrays.copyOf(bytes, size);
  }
}
