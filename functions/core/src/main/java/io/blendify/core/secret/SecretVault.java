package io.blendify.core.secret;

import java.util.Optional;

/** Keeps secrets outside this process, in versions of which one counts. */
public interface SecretVault {

  /**
   * The version at that stage; empty where none is.
   *
   * @param id as the vault names it: an ARN
   * @throws SecretFault where there is no such secret or it cannot be read
   */
  Optional<SecretVersion> find(String id, SecretStage stage);
}
