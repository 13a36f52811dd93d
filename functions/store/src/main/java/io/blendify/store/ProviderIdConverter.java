package io.blendify.store;

import io.blendify.core.ProviderId;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A provider is its name in every table. */
@Singleton
public final class ProviderIdConverter
    implements AttributeConverter<@Nullable ProviderId, @Nullable String> {

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable ProviderId provider, ConversionContext context) {
    return provider == null ? null : provider.value();
  }

  @Override
  public @Nullable ProviderId convertToEntityValue(
      @Nullable String value, ConversionContext context) {
    return value == null ? null : new ProviderId(value);
  }
}
