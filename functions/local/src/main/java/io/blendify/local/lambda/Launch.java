package io.blendify.local.lambda;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a function is started.
 *
 * @param task the unpacked zip, as {@code /var/task}
 * @param environment what the template sets for the function
 * @param flags for the JVM, besides those that Lambda gives
 * @param place where the JVM finds the function's classes
 * @param snapStart whether it is started for a snapshot, and waits there to be restored
 */
public record Launch(
    String handler,
    Path task,
    Map<String, String> environment,
    List<String> flags,
    Place place,
    boolean snapStart) {

  /** Where the JVM finds the function's classes. */
  public enum Place {
    /** The runtime client's own class loader reads {@code lib/*.jar}: a zip on Lambda. */
    ZIP,
    /**
     * On the JVM's class path, in front of the runtime client: a container image. Only classes from
     * there can be in an ahead-of-time cache.
     */
    IMAGE
  }

  public Launch {
    environment = Map.copyOf(environment);
    flags = List.copyOf(flags);
  }

  public static Launch of(String handler, Path task, Map<String, String> environment) {
    return new Launch(handler, task, environment, List.of(), Place.ZIP, false);
  }

  /** With one more flag for the JVM. */
  public Launch with(String flag) {
    var more = new ArrayList<>(flags);
    more.add(flag);
    return new Launch(handler, task, environment, more, place, snapStart);
  }

  public Launch with(String name, String value) {
    var more = new HashMap<>(environment);
    more.put(name, value);
    return new Launch(handler, task, more, flags, place, snapStart);
  }

  public Launch from(Place where) {
    return new Launch(handler, task, environment, flags, where, snapStart);
  }

  public Launch forSnapshot() {
    return new Launch(handler, task, environment, flags, place, true);
  }
}
