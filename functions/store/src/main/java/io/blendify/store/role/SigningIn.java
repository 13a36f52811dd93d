package io.blendify.store.role;

import io.blendify.core.secret.FixedSecret;
import io.blendify.core.secret.Secret;
import io.blendify.core.secret.Secrets;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.postgresql.Driver;

/** Has the pool sign in with a password that may change, the secret blendify.database.password. */
@Singleton
final class SigningIn implements BeanCreatedEventListener<DatasourceConfiguration> {

  static final String SETTING = "blendify.database.password";

  private final Secrets secrets;

  SigningIn(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    var pool = event.getBean();
    if (!Driver.class.getName().equals(pool.getDriverClassName())) {
      // Somebody else's driver signs in as it likes.
      return pool;
    }
    pool.setDataSource(
        new SigningDataSource(
            pool.getJdbcUrl(),
            pool.getUsername(),
            pool.getDataSourceProperties(),
            password(secrets)));
    return pool;
  }

  /** Without one only a database lets in that trusts whoever comes. */
  static Secret<String> password(Secrets secrets) {
    return secrets.has(SETTING)
        ? secrets.member(SETTING, "password", Function.identity())
        : new FixedSecret<>("");
  }
}
