package io.blendify.store.secret;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * @param maxAge how long a secret that was read counts; a rotation waits longer than this before it
 *     puts to use what others must know already
 */
@ConfigurationProperties("blendify.secrets")
public record SecretsConfig(@Bindable(defaultValue = "5m") Duration maxAge) {}
