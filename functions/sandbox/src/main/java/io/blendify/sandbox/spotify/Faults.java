package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults in force, each with its own count of the requests that matched it. */
public final class Faults {

  private static final class Counted {
    private final Fault fault;
    private long seen;

    private Counted(Fault fault) {
      this.fault = fault;
    }

    private boolean hits() {
      seen++;
      return seen >= fault.from() && seen - fault.from() < fault.times();
    }

    private boolean isSpent() {
      return seen - fault.from() + 1 >= fault.times();
    }
  }

  private final List<Counted> faults = new ArrayList<>();
  private final Map<Weather.Asked, Integer> asked = new HashMap<>();
  private @Nullable Weather weather;

  public synchronized void add(Fault fault) {
    faults.add(new Counted(fault));
  }

  /** Beside the faults that were added, this decides over every request from now on. */
  public synchronized void set(Weather weather) {
    asked.clear();
    this.weather = weather;
  }

  /** No fault is in force any more, and the weather is fine. */
  public synchronized void clear() {
    faults.clear();
    asked.clear();
    weather = null;
  }

  /** Those that can still hit a request. */
  public synchronized List<Fault> active() {
    return faults.stream()
        .filter(counted -> !counted.isSpent())
        .map(counted -> counted.fault)
        .toList();
  }

  /**
   * What happens to the request, in the order in which the faults were added; each match counts.
   */
  synchronized List<Effect> on(Request request, Grants.@Nullable Consent consent) {
    var effects = new ArrayList<Effect>();
    for (var counted : faults) {
      if (matches(counted.fault, request, consent) && counted.hits()) {
        effects.add(counted.fault.effect());
      }
    }
    if (weather != null) {
      effects.addAll(weather.over(asked(request, consent)));
    }
    return effects;
  }

  private Weather.Asked asked(Request request, Grants.@Nullable Consent consent) {
    var person = consent == null ? null : consent.person().key();
    var first = new Weather.Asked(request.method(), request.path(), request.rawQuery(), person, 1);
    return first.again(asked.merge(first, 1, Integer::sum));
  }

  private static boolean matches(Fault fault, Request request, Grants.@Nullable Consent consent) {
    if (!fault.path().matches(request.path())) {
      return false;
    }
    if (fault.query() != null && !request.rawQuery().contains(fault.query())) {
      return false;
    }
    if (fault.person() != null
        && (consent == null || !fault.person().equals(consent.person().key()))) {
      return false;
    }
    return fault.clientId() == null
        || (consent != null && fault.clientId().equals(consent.clientId()));
  }
}
