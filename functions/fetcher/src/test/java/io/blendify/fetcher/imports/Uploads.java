package io.blendify.fetcher.imports;

import io.blendify.fetcher.FetchJob;
import io.blendify.fetcher.TimeLeft;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.TokenCipher;
import io.blendify.store.imports.Import;
import io.blendify.store.imports.ImportQueue;
import io.blendify.store.imports.Imports;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** A database, a store for files, a queue, and a clock that moves when it is told to. */
final class Uploads implements AutoCloseable {

  static final TimeLeft PLENTY = () -> Duration.ofMinutes(5);
  static final int BATCH = 50;

  final TestDatabase database = TestDatabase.fresh();
  final ApplicationContext context;
  final MemoryFiles files;
  final SentIds queue;
  Instant now = Instant.parse("2026-05-04T12:00:00Z");

  Uploads() {
    var properties = new HashMap<String, Object>(database.properties());
    properties.put("imports.fakes", "true");
    properties.put("blendify.token-keyset", TokenCipher.newKeyset());
    properties.put("spotify.client-id", "nobody");
    properties.put("blendify.import-job.batch", BATCH);
    context =
        ApplicationContext.builder()
            .properties(properties)
            .singletons((InstantSource) () -> now)
            .start();
    files = context.getBean(MemoryFiles.class);
    queue = context.getBean(SentIds.class);
  }

  UUID person() {
    var id = UUID.randomUUID();
    execute(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES ('%s', 'Tove', '%s', '%s')"
            .formatted(id, now, now));
    return id;
  }

  /** A file that has arrived, and the job that will read it. */
  Upload upload(UUID user, String name, String text) {
    return upload(user, name, text.getBytes(StandardCharsets.UTF_8));
  }

  Upload upload(UUID user, String name, byte[] bytes) {
    now = now.plusSeconds(60);
    var id = UUID.randomUUID();
    var key = "imports/" + id;
    imports().create(id, user, name, Math.max(1, bytes.length), key, now);
    files.files.put(key, bytes);
    var job = context.getBean(ImportQueue.class).queue(id, user).orElseThrow();
    return new Upload(id, user, job, key);
  }

  /** Uploads it and delivers its job's message. */
  Import run(UUID user, String name, String text) {
    var upload = upload(user, name, text);
    deliver(upload, PLENTY);
    return find(upload);
  }

  void deliver(Upload upload, TimeLeft time) {
    context.getBean(FetchJob.class).run(upload.job(), time);
  }

  Import find(Upload upload) {
    return imports().find(upload.id()).orElseThrow();
  }

  Imports imports() {
    return context.getBean(Imports.class);
  }

  /** How many rows there are of everything that imports may write. */
  List<String> counts() {
    return rows(
        """
        SELECT (SELECT count(*) FROM catalog.items), (SELECT count(*) FROM catalog.item_versions),
               (SELECT count(*) FROM catalog.popularity), (SELECT count(*) FROM history.plays),
               (SELECT count(*) FROM history.memberships), (SELECT count(*) FROM history.lists)
        """);
  }

  /** A person's plays as the file told them, whichever job wrote them. */
  List<String> plays(UUID user) {
    return rows(
        """
        SELECT p.played_at AT TIME ZONE 'UTC', i.provider, i.provider_item_id, p.ms_played,
               encode(v.content_hash, 'hex')
        FROM history.plays p
        JOIN catalog.items i ON i.id = p.item_id
        JOIN catalog.item_versions v ON v.id = p.version_id
        WHERE p.user_id = '%s'
        ORDER BY p.played_at, i.provider_item_id
        """
            .formatted(user));
  }

  void execute(String sql) {
    try (var connection = database.asApp();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The rows that a query answers, their columns joined by blanks. */
  List<String> rows(String sql) {
    try (var connection = database.asApp();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(rows.getString(column));
        }
        found.add(String.join(" ", row));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }

  /** One uploaded file. */
  record Upload(UUID id, UUID user, UUID job, String key) {}
}
