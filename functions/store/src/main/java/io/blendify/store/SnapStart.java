package io.blendify.store;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.crac.Core;
import org.crac.Resource;

/**
 * Hooks around Lambda's snapshot of an environment that has started (SnapStart).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks.html">SnapStart:
 *     runtime hooks</a>
 */
@Singleton
public final class SnapStart {

  private final boolean isDue;

  /**
   * @param initialization how Lambda starts this environment; its own
   *     AWS_LAMBDA_INITIALIZATION_TYPE
   */
  SnapStart(
      @Property(name = "aws.lambda.initialization.type", defaultValue = "on-demand")
          String initialization) {
    this.isDue = initialization.equals("snap-start");
  }

  /**
   * Has the resource's hooks called, in reverse order of registration. Without a snapshot the
   * runtime calls no hook, and to register one would take 20 ms of the start.
   */
  public void register(Resource resource) {
    if (isDue) {
      Core.getGlobalContext().register(resource);
    }
  }
}
