package io.blendify.core.watch;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * Everything that is counted or timed. Dimensions have few values, and never an id: each
 * combination of values is a metric of its own, and is paid for as one.
 */
public enum Metric {
  /**
   * Entries that history did not have: plays, changes of a set, and of a list that changed all
   * entries of its new version.
   */
  ITEMS_APPENDED("ItemsAppended", "Count", "provider", "resource"),
  /** Answers to calls to a provider, by what they meant: {@code page}, {@code throttled}, … */
  PROVIDER_CALLS("ProviderCalls", "Count", "provider", "outcome"),
  /** Jobs that ended or gave up their turn, by what they came to: {@code completed}, … */
  JOBS("Jobs", "Count", "provider", "outcome"),
  /** From the time when a listing was due, or asked for, to the time when it was read. */
  SYNC_LAG("SyncLag", "Seconds", "provider"),
  /** Calls that may still be made today; only where there is a daily budget. */
  BUDGET_LEFT("BudgetLeft", "Count", "provider"),
  /** Work on a blend, from its message to its last write, by what it came to. */
  BLEND_TIME("BlendTime", "Milliseconds", "outcome"),
  /** Work on a person's taste profile. */
  TASTE_TIME("TasteTime", "Milliseconds", "outcome");

  private final String label;
  private final String unit;
  private final List<String> dimensions;

  Metric(String label, String unit, String... dimensions) {
    this.label = label;
    this.unit = unit;
    this.dimensions = List.of(dimensions);
  }

  /** Its name in CloudWatch. */
  public String label() {
    return label;
  }

  /** One of CloudWatch's units. */
  public String unit() {
    return unit;
  }

  public List<String> dimensions() {
    return dimensions;
  }

  /**
   * A value of it.
   *
   * @param values of its dimensions, in their order
   */
  public Sample of(double value, String... values) {
    if (values.length != dimensions.size()) {
      throw new IllegalArgumentException(label + " has the dimensions " + dimensions);
    }
    var named = new LinkedHashMap<String, String>();
    for (int i = 0; i < values.length; i++) {
      named.put(dimensions.get(i), values[i]);
    }
    return new Sample(this, value, named);
  }
}
