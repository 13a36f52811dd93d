package io.blendify.core.secret;

import java.util.function.Function;

/**
 * The secrets of this installation, by the setting that holds them or says where they lie: {@code
 * blendify.session-key} is the value itself, {@code blendify.session-key-arn} its place in a {@link
 * SecretVault}, and counts where both are set.
 */
public interface Secrets {

  /**
   * @param parse throws IllegalArgumentException, which quotes nothing of it, for what is no such
   *     secret
   * @throws SecretFault where neither setting is there, or what is there cannot be parsed
   */
  <T> Secret<T> of(String setting, Function<String, T> parse);

  /** As {@link #of}, of which a vault holds JSON with this member beside others. */
  <T> Secret<T> member(String setting, String member, Function<String, T> parse);

  /** Whether one of the two settings is there. */
  boolean has(String setting);
}
