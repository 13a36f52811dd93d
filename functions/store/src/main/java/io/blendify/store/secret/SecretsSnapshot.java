package io.blendify.store.secret;

import io.blendify.store.SnapStart;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import org.crac.Resource;

/**
 * No secret is in Lambda's snapshot: an environment that starts from it weeks later would go by
 * what counted then. Before the snapshot each is read and parsed, so that a version of a function
 * whose secrets are missing or malformed is never published; that is done by those who use them.
 *
 * <p>Hooks run in reverse order of their registration. Who reads secrets before the snapshot asks
 * for this bean first, so that this one comes last.
 */
@Context
@Requires(env = Environment.FUNCTION)
public final class SecretsSnapshot implements Resource {

  private final ConfiguredSecrets secrets;

  SecretsSnapshot(ConfiguredSecrets secrets, SnapStart snapStart) {
    this.secrets = secrets;
    snapStart.register(this);
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    secrets.forgetAll();
  }

  /** Again, should somebody have read one after all. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    secrets.forgetAll();
  }
}
