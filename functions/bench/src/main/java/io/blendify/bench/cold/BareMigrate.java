package io.blendify.bench.cold;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.blendify.store.role.DatabaseRoles;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The baseline of migrations: Flyway, as our function sets it up, and nothing around it. */
public final class BareMigrate
    implements RequestHandler<Map<String, Object>, Map<String, Integer>> {

  @Override
  public Map<String, Integer> handleRequest(Map<String, Object> event, Context context) {
    var environment = System.getenv();
    var flyway =
        Flyway.configure()
            .dataSource(
                environment.get("BLENDIFY_DATABASE_URL"),
                environment.get("BLENDIFY_DATABASE_USER"),
                environment.get("BLENDIFY_DATABASE_PASSWORD"))
            .initSql(DatabaseRoles.AS_OWNER)
            .locations("classpath:db/migration")
            .cleanDisabled(true)
            .load();
    var result = flyway.migrate();
    flyway.info().current();
    return Map.of("applied", result.migrationsExecuted);
  }
}
