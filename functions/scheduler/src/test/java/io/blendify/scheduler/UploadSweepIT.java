package io.blendify.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.blendify.core.file.FileStore;
import io.blendify.core.file.StoredFile;
import io.blendify.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UploadSweepIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** Remembers what it was told to forget. */
  private static final class Forgetful implements FileStore {
    final List<String> forgotten = new ArrayList<>();

    @Override
    public URI uploadUrl(String key, long size, Duration validity) {
      throw new UnsupportedOperationException(key);
    }

    @Override
    public @Nullable StoredFile find(String key, String name) {
      return null;
    }

    @Override
    public void delete(String key) {
      forgotten.add(key);
    }
  }

  @Test
  void everyRunDeletesTheFilesThatAnErasureLeftBehind() throws SQLException {
    var files = new Forgetful();
    InstantSource clock = () -> NOON;
    try (var database = TestDatabase.fresh();
        var context =
            ApplicationContext.builder()
                .properties(database.properties())
                .singletons(files, clock, new FakeQueue())
                .start()) {
      try (var connection = database.asApp();
          var statement = connection.createStatement()) {
        statement.execute(
            """
            INSERT INTO users (id, display_name, created_at, updated_at)
            VALUES ('00000000-0000-4000-8000-000000000001', 'Mira', '2026-02-01', '2026-02-01');
            INSERT INTO imports (id, user_id, file_name, size_bytes, object_key, status, created_at,
              updated_at)
            SELECT gen_random_uuid(), id, 'f.zip', 1, 'imports/f', 'waiting_for_file', created_at,
              created_at
            FROM users;
            SELECT erased FROM erase_user('00000000-0000-4000-8000-000000000001');
            """);
      }
      var handler = new SchedulerHandler(context);
      handler.handleRequest(new ScheduledEvent(), null);
      handler.handleRequest(new ScheduledEvent(), null);
      assertThat(files.forgotten).containsExactly("imports/f");
    }
  }
}
