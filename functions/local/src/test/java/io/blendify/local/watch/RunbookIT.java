package io.blendify.local.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.blendify.local.infra.Template;
import io.blendify.store.TestDatabase;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class RunbookIT {

  @Test
  void everyStatementOfTheRunbookRunsAsItStands() throws Exception {
    var statements = Runbook.read().statements();
    assertThat(statements).hasSizeGreaterThan(2);
    try (var database = TestDatabase.fresh();
        var connection = database.asApp();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        var filled = sql.replace("…", "6b6bc6c7-7b8d-48c7-9158-3bff321da3f1");
        assertThat(statement.execute(filled)).as(sql).isTrue();
      }
    }
  }

  @Test
  void everyAlarmHasALineInTheRunbook() throws Exception {
    var runbook = Files.readString(Template.repository().resolve("infra/README.md"));

    for (var alarm : Template.read().alarms()) {
      assertThat(alarm)
          .satisfiesAnyOf(
              name -> assertThat(runbook).contains("`" + name + "`"),
              name -> assertThat(runbook).contains("`…" + kind(name) + "`"));
    }
  }

  /** One line is for all queues, or all functions. */
  private static String kind(String alarm) {
    return alarm.replaceFirst(".*(DeadLetterAlarm|AgeAlarm|Throttles|Errors)$", "$1");
  }

  @Test
  void theFieldsOfAQueryAreFound() {
    assertThat(
            Runbook.fields(
                """
                fields @timestamp, error.name as what
                | filter level = "ERROR" and message like /job failed/
                | stats count(*) as times, pct(BlendTime, 99) by what, bin(5m)
                | sort times desc\
                """))
        .containsExactly("BlendTime", "error.name", "level", "message");
  }
}
