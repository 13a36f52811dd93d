package io.blendify.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import io.blendify.core.secret.SecretVault;
import io.blendify.store.role.AppPassword;
import io.blendify.store.role.DatabaseRoles;
import io.blendify.store.role.GuardedCluster;
import io.blendify.store.secret.TestVault;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment while the functions' password is rotated. */
class AppPasswordIT {

  @TempDir static Path folder;

  private static GuardedCluster cluster;

  private final TestVault vault = new TestVault(json("current-password"));

  @BeforeAll
  static void start() throws IOException {
    cluster = GuardedCluster.start(folder, "first-password");
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  @Test
  void aPasswordThatNobodyKnowsIsSetToTheSecrets() {
    DatabaseRoles.setAppPassword(cluster.administrator(), "by-hand");
    migrate();
    assertThat(is("current-password")).isTrue();
  }

  @Test
  void whatARotationHasSetAlreadyIsLeftToItsEnd() {
    vault.pending(json("next-password"));
    DatabaseRoles.setAppPassword(cluster.administrator(), "next-password");
    migrate();
    assertThat(is("next-password")).isTrue();
    assertThat(is("current-password")).isFalse();
  }

  @Test
  void onePendingThatTheDatabaseDoesNotKnowYetChangesNothing() {
    vault.pending(json("next-password"));
    DatabaseRoles.setAppPassword(cluster.administrator(), "current-password");
    migrate();
    assertThat(is("current-password")).isTrue();
  }

  private static boolean is(String password) {
    return new AppPassword(cluster.administrator()).is(password);
  }

  private void migrate() {
    var settings =
        Map.<String, Object>of(
            "blendify.database.url", cluster.url(),
            "blendify.database.user", "postgres",
            "blendify.migrate.app-user-password-arn", "the-password");
    try (var context =
        ApplicationContext.builder()
            .properties(settings)
            .build()
            .registerSingleton(SecretVault.class, vault)
            .start()) {
      new MigrateHandler(context).execute(new CloudFormationCustomResourceEvent());
    }
  }

  private static String json(String password) {
    return "{\"username\": \"blendify_app\", \"password\": \"" + password + "\"}";
  }
}
