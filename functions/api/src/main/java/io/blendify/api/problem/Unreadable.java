package io.blendify.api.problem;

import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the member of a JSON body whose value could not be read. */
final class Unreadable {
  private static final int DEPTH = 10;

  private Unreadable() {}

  /** Its path: {@code algorithm_config.length}. None where the text as a whole is no such JSON. */
  static Optional<String> field(@Nullable Throwable failure) {
    int depth = 0;
    for (var cause = failure; cause != null && depth < DEPTH; cause = cause.getCause(), depth++) {
      if (cause instanceof SerdeException serde && !serde.getPath().isEmpty()) {
        return Optional.of(path(serde.getPath())).filter(path -> !path.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** Serde tells it from the inside out. */
  private static String path(List<ReferencePath> inside) {
    return inside.reversed().stream()
        .map(Unreadable::step)
        .filter(step -> !step.isEmpty())
        .collect(Collectors.joining("."));
  }

  private static String step(ReferencePath step) {
    return switch (step) {
      case PropertyReferencePath property -> snake(property.property().getName());
      case CollectionItemReferencePath item -> String.valueOf(item.index());
      default -> "";
    };
  }

  /** Our JSON's name of a member of a record. */
  static String snake(String camel) {
    return camel.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
