package io.blendify.store.schedule;

import io.blendify.store.SqlTime;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

/**
 * Rows of jobs that ended long ago. Nothing that a person sees is read from them; the database's
 * function is the only way in which they can be removed, and it knows which may.
 */
@Singleton
public class EndedJobs {

  private final JdbcOperations jdbc;

  EndedJobs(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was looked at.
   *
   * @param kept last failures of listings that are still in trouble
   */
  public record Forgotten(int jobs, int kept) {

    public int looked() {
      return jobs + kept;
    }
  }

  /**
   * Forgets jobs that have not changed since then, the oldest first.
   *
   * @param limit how many are looked at, at most
   */
  @Transactional
  public Forgotten forget(Instant unchangedSince, Instant now, int limit) {
    return jdbc.prepareStatement(
        "SELECT forgotten, kept FROM forget_ended_jobs(?, ?, ?)",
        statement -> {
          SqlTime.set(statement, 1, unchangedSince);
          SqlTime.set(statement, 2, now);
          statement.setInt(3, limit);
          try (var rows = statement.executeQuery()) {
            rows.next();
            return new Forgotten(rows.getInt("forgotten"), rows.getInt("kept"));
          }
        });
  }
}
