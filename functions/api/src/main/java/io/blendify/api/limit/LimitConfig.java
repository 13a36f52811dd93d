package io.blendify.api.limit;

import io.blendify.store.limit.Limit;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How often somebody may try: so many times at once, and once more after each interval.
 *
 * @param accountBurst wrong passwords for one account
 * @param addressBurst sign-ins from one network address, which a whole office may share
 * @param signUpBurst sign-ups from one network address
 */
@ConfigurationProperties("blendify.limits")
public record LimitConfig(
    @Bindable(defaultValue = "10") int accountBurst,
    @Bindable(defaultValue = "1m") Duration accountInterval,
    @Bindable(defaultValue = "100") int addressBurst,
    @Bindable(defaultValue = "5s") Duration addressInterval,
    @Bindable(defaultValue = "60") int signUpBurst,
    @Bindable(defaultValue = "1m") Duration signUpInterval) {

  Limit account() {
    return new Limit("sign-in.account", accountBurst, accountInterval);
  }

  Limit address() {
    return new Limit("sign-in.address", addressBurst, addressInterval);
  }

  Limit signUp() {
    return new Limit("sign-up.address", signUpBurst, signUpInterval);
  }
}
