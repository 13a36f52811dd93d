package io.blendify.store.connection;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a connection stands. */
public enum ConnectionStatus {
  /** It can be synced. */
  ACTIVE,
  /** Consent is gone or ran out: only the person can restore it. */
  RECONNECT_REQUIRED,
  /** The operator switched it off. */
  DISABLED;

  /** The name in JSON and in the database: {@code reconnect_required}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Between the enum and its label. */
  @Singleton
  static final class Converter
      implements AttributeConverter<@Nullable ConnectionStatus, @Nullable String> {

    @Override
    public @Nullable String convertToPersistedValue(
        @Nullable ConnectionStatus status, ConversionContext context) {
      return status == null ? null : status.label();
    }

    @Override
    public @Nullable ConnectionStatus convertToEntityValue(
        @Nullable String label, ConversionContext context) {
      return label == null ? null : valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
