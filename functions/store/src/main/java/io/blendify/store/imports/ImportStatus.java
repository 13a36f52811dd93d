package io.blendify.store.imports;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an import stands. */
public enum ImportStatus {
  /** The row is there, the bytes are not. */
  WAITING_FOR_FILE,
  /** The file is there; its job waits for a worker. */
  QUEUED,
  /** The file is read for the first time, to know whether it can be imported at all. */
  CHECKING,
  /** It can; what it holds is being written. */
  IMPORTING,
  /** All that it holds is written. */
  COMPLETED,
  /** Nothing was taken from it; problem and detail say why. */
  REFUSED,
  /** It could not be finished for a reason that does not lie in the file. */
  FAILED;

  /** The name in JSON and in the database: {@code waiting_for_file}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will happen to it. */
  public boolean isFinal() {
    return this == COMPLETED || this == REFUSED || this == FAILED;
  }

  /** Between the enum and its label. */
  @Singleton
  static final class Converter
      implements AttributeConverter<@Nullable ImportStatus, @Nullable String> {

    @Override
    public @Nullable String convertToPersistedValue(
        @Nullable ImportStatus status, ConversionContext context) {
      return status == null ? null : status.label();
    }

    @Override
    public @Nullable ImportStatus convertToEntityValue(
        @Nullable String label, ConversionContext context) {
      return label == null ? null : valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
