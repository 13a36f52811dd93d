package io.blendify.blend;

import io.blendify.core.blend.BlendSettings;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/** {@code blends.algorithm_config}, where every member may be missing. */
@Serdeable(naming = SnakeCaseStrategy.class)
record SettingsJson(
    @Nullable Integer length,
    @Nullable Integer artistCap,
    @Nullable Boolean allowExplicit,
    @Nullable Integer noRepeat) {

  /** Throws IllegalArgumentException for what is out of bounds. */
  BlendSettings settings() {
    var usual = BlendSettings.DEFAULT;
    return new BlendSettings(
        length == null ? usual.length() : length,
        artistCap == null ? usual.artistCap() : artistCap,
        allowExplicit == null ? usual.allowExplicit() : allowExplicit,
        noRepeat == null ? usual.noRepeat() : noRepeat);
  }

  static SettingsJson of(BlendSettings settings) {
    return new SettingsJson(
        settings.length(), settings.artistCap(), settings.allowExplicit(), settings.noRepeat());
  }
}
