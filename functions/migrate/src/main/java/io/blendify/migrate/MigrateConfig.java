package io.blendify.migrate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * @param appUserPassword what the functions sign in with; null leaves it as it is
 * @param locations where the migrations are, separated by commas
 */
@ConfigurationProperties("blendify.migrate")
record MigrateConfig(
    @Nullable String appUserPassword,
    @Bindable(defaultValue = "classpath:db/migration") String locations) {

  /** Without the password. */
  @Override
  public String toString() {
    return "migrations from " + locations;
  }
}
