package io.blendify.api.imports;

import io.blendify.store.imports.UploadErasure;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The bounds of imports.
 *
 * @param maxBytes of one file
 * @param maxWaiting files of one person that are announced or being read at once
 * @param uploadValidity how long an upload address is good; a day at most
 */
@ConfigurationProperties("blendify.imports")
record ImportsConfig(
    @Bindable(defaultValue = "1073741824") long maxBytes,
    @Bindable(defaultValue = "10") int maxWaiting,
    @Bindable(defaultValue = "1h") Duration uploadValidity) {

  ImportsConfig {
    if (uploadValidity.compareTo(UploadErasure.LONGEST_ADDRESS) > 0) {
      throw new IllegalArgumentException("blendify.imports.upload-validity is at most a day");
    }
  }
}
