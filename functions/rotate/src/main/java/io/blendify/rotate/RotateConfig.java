package io.blendify.rotate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * @param settle how long a set of keys must have counted before its waiting key is put to use:
 *     longer than anybody goes by what was read before (blendify.secrets.max-age), and than an
 *     attempt to connect may take
 * @param overdue the age at which a secret should have been rotated long ago
 */
@ConfigurationProperties("blendify.rotate")
record RotateConfig(
    @Bindable(defaultValue = "1h") Duration settle,
    @Bindable(defaultValue = "45d") Duration overdue) {}
