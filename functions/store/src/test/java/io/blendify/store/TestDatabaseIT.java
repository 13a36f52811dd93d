package io.blendify.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {

  @Test
  void aContextWorksOnItAsTheFunctionsRoleInAnotherTimeZone() throws Exception {
    try (var database = TestDatabase.fresh();
        var context = ApplicationContext.run(database.properties())) {
      try (var connection =
          DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class))
              .getConnection()) {
        assertThat(ask(connection, "SELECT current_user")).isEqualTo("blendify_app");
        assertThat(ask(connection, "SHOW TimeZone"))
            .isEqualTo(TestCluster.TIME_ZONE)
            .isNotEqualTo(TimeZone.getDefault().getID());
        assertThat(ask(connection, "SHOW statement_timeout")).isEqualTo("20s");
        assertThat(ask(connection, "SHOW application_name")).isEqualTo("blendify");
      }
      assertThat(context.getBean(InstantSource.class).instant()).isNotNull();
    }
  }

  @Test
  void whatOneTestWritesNoOtherSees() throws Exception {
    try (var one = TestDatabase.fresh();
        var other = TestDatabase.fresh()) {
      try (var connection = one.asApp();
          var statement = connection.createStatement()) {
        statement.execute(
            "INSERT INTO provider_terms (provider, may_score) VALUES ('spotify', false)");
      }
      try (var connection = other.asApp()) {
        assertThat(ask(connection, "SELECT count(*) FROM provider_terms")).isEqualTo("0");
      }
    }
  }

  @Test
  void everythingBelongsToTheOwner() throws Exception {
    try (var database = TestDatabase.fresh();
        var connection = database.asOwner()) {
      assertThat(
              ask(
                  connection,
                  """
                  SELECT string_agg(DISTINCT pg_get_userbyid(relowner), ',') FROM pg_class
                  WHERE relnamespace IN ('public'::regnamespace, 'catalog'::regnamespace,
                                         'history'::regnamespace, 'taste'::regnamespace)
                  """))
          .isEqualTo("blendify_owner");
    }
  }

  private static String ask(Connection connection, String sql) throws Exception {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
