package io.blendify.blend;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.core.watch.Metric;
import io.blendify.core.watch.Metrics;
import io.blendify.core.watch.Sample;
import io.blendify.store.TestDatabase;
import io.blendify.store.blend.BlendRefreshes;
import io.blendify.store.blend.BlendResult;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database with people in it, and the blend function at work on it. */
final class World implements AutoCloseable {

  static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final List<UUID> sent = new ArrayList<>();
  final List<Sample> counted = new ArrayList<>();
  final ApplicationContext context;
  private final Connection connection = database.asApp();
  private Instant now = START;

  World() {
    context =
        ApplicationContext.builder()
            .properties(database.properties())
            .singletons((InstantSource) () -> now, new Sent(), new Counted())
            .start();
  }

  /** Keeps what was sent to {@code blends}. */
  private final class Sent implements MessageQueue {
    @Override
    public Set<UUID> send(QueueName queue, Collection<UUID> ids, Duration delay) {
      sent.addAll(ids);
      return Set.of();
    }
  }

  /** Keeps what was counted. */
  private final class Counted implements Metrics {
    @Override
    public void add(Sample sample) {
      counted.add(sample);
    }

    @Override
    public void flush() {}
  }

  /** How often the work was counted with that outcome. */
  long counted(Metric metric, String outcome) {
    return counted.stream()
        .filter(one -> one.metric() == metric && one.dimensions().containsValue(outcome))
        .count();
  }

  void later(Duration duration) {
    now = now.plus(duration);
  }

  /** Each statement with its parameters; instants go as text. */
  void sql(String sql, Object... parameters) {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  String ask(String sql, Object... parameters) {
    try (var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void bind(java.sql.PreparedStatement statement, Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  UUID person(String name) {
    var id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    sql(
        "INSERT INTO users (id, display_name, created_at, updated_at) VALUES (?, ?, ?::timestamptz,"
            + " ?::timestamptz)",
        id,
        name,
        now.toString(),
        now.toString());
    return id;
  }

  /** A version of a track: "Artist - Title", with no more than a name where isrc is null. */
  long track(String provider, String artist, String title, Integer durationMs, String isrc) {
    return version(
        provider,
        "track",
        artist + "/" + title + "/" + isrc,
        title,
        artist,
        durationMs,
        isrc,
        null);
  }

  long artist(String provider, String name, String genre) {
    return version(provider, "artist", name, name, null, null, null, genre);
  }

  long version(
      String provider,
      String kind,
      String key,
      String name,
      String artist,
      Integer durationMs,
      String isrc,
      String genre) {
    sql(
        "INSERT INTO catalog.items (provider, kind, provider_item_id) VALUES (?, ?, ?) ON CONFLICT"
            + " DO NOTHING",
        provider,
        kind,
        key);
    sql(
        """
        INSERT INTO catalog.item_versions (item_id, content_hash, name, artist_name, artist_names, duration_ms, isrc,
                                           genres, owner_id, metadata, first_seen_at)
        SELECT id, sha256(convert_to(? || provider || provider_item_id, 'UTF8')), ?, ?,
               CASE WHEN ?::text IS NULL THEN NULL ELSE ARRAY[?::text] END, ?::int, ?,
               CASE WHEN ?::text IS NULL THEN NULL ELSE ARRAY[?::text] END, NULL, '{}', ?::timestamptz
        FROM catalog.items WHERE provider = ? AND kind = ? AND provider_item_id = ?
        ON CONFLICT DO NOTHING
        """,
        name + isrc,
        name,
        artist,
        artist,
        artist,
        durationMs,
        isrc,
        genre,
        genre,
        now.toString(),
        provider,
        kind,
        key);
    return Long.parseLong(
        ask(
            """
            SELECT max(v.id) FROM catalog.item_versions v JOIN catalog.items i ON i.id = v.item_id
            WHERE i.provider = ? AND i.kind = ? AND i.provider_item_id = ?
            """,
            provider,
            kind,
            key));
  }

  void list(UUID user, String provider, String resource, String key, List<Long> versions) {
    sql(
        """
        INSERT INTO history.lists (user_id, provider, resource, list_key, version_ids, content_hash, observed_at, job_id)
        VALUES (?, ?, ?, ?, ?::text::bigint[], sha256(convert_to(?::text, 'UTF8')), ?::timestamptz, gen_random_uuid())
        """,
        user,
        provider,
        resource,
        key,
        array(versions),
        array(versions),
        now.toString());
  }

  private static String array(List<Long> versions) {
    return "{" + String.join(",", versions.stream().map(String::valueOf).toList()) + "}";
  }

  void member(UUID user, String provider, String resource, long version, String action) {
    sql(
        """
        INSERT INTO history.memberships (user_id, provider, resource, item_id, version_id, action, observed_at, job_id)
        SELECT ?, ?, ?, item_id, id, ?, ?::timestamptz, gen_random_uuid() FROM catalog.item_versions WHERE id = ?
        """,
        user,
        provider,
        resource,
        action,
        now.toString(),
        version);
  }

  void play(UUID user, String provider, long version, Instant at) {
    play(user, provider, version, at, null);
  }

  void play(UUID user, String provider, long version, Instant at, @Nullable String device) {
    sql(
        """
        INSERT INTO history.plays (
          user_id, provider, played_at, item_id, version_id, device, observed_at, job_id)
        SELECT ?, ?, ?::timestamptz, item_id, id, ?, ?::timestamptz, gen_random_uuid()
        FROM catalog.item_versions WHERE id = ?
        """,
        user,
        provider,
        at.toString(),
        device,
        now.toString(),
        version);
  }

  /** Top tracks and top artists by falling rank: tracks of artists named so. */
  void listensTo(UUID user, String provider, String genre, String... artists) {
    var tracks = new ArrayList<Long>();
    var heads = new ArrayList<Long>();
    for (var artist : artists) {
      for (int song = 0; song < 4; song++) {
        tracks.add(track(provider, artist, "Song " + song, 200_000 + 10_000 * song, null));
      }
      heads.add(artist(provider, artist, genre));
    }
    list(user, provider, "top_tracks", "short_term", tracks);
    list(user, provider, "top_artists", "short_term", heads);
  }

  UUID blend(String algorithm, UUID... people) {
    var id = UUID.randomUUID();
    sql(
        """
        INSERT INTO blends (id, name, created_by_user_id, algorithm_type, algorithm_config, created_at, updated_at)
        VALUES (?, 'Together', ?, ?, '{"length": 10}', ?::timestamptz, ?::timestamptz)
        """,
        id,
        people[0],
        algorithm,
        now.toString(),
        now.toString());
    Arrays.stream(people).forEach(person -> accepts(id, person));
    return id;
  }

  void accepts(UUID blend, UUID person) {
    sql(
        """
        INSERT INTO blend_participants (id, blend_id, user_id, status, joined_at)
        VALUES (gen_random_uuid(), ?, ?, 'accepted', ?::timestamptz)
        """,
        blend,
        person,
        now.toString());
    consents(
        blend,
        person,
        true,
        "top_tracks",
        "top_artists",
        "saved_tracks",
        "playlist_tracks",
        "recently_played");
  }

  void consents(UUID blend, UUID person, boolean granted, String... resources) {
    sql(
        "INSERT INTO consents (user_id, blend_id, resources, granted, decided_at) VALUES (?, ?,"
            + " ?::text[], ?, ?::timestamptz)",
        person,
        blend,
        "{" + String.join(",", resources) + "}",
        granted,
        now.toString());
  }

  boolean buildTaste(UUID user) {
    return context.getBean(TasteBuild.class).run(user);
  }

  /** Asks for the blend and lets the function answer the message. */
  UUID refresh(UUID blend) {
    var id = UUID.randomUUID();
    context.getBean(BlendRefreshes.class).request(id, blend, now);
    deliver("blends", id);
    later(Duration.ofSeconds(1));
    return id;
  }

  /** Another refresh with the seed of that one: chance is no difference then. */
  UUID refreshLike(UUID blend, UUID other) {
    var id = UUID.randomUUID();
    later(Duration.ofMinutes(1));
    context.getBean(BlendRefreshes.class).request(id, blend, now);
    sql(
        "UPDATE blend_refreshes SET seed = (SELECT seed FROM blend_refreshes WHERE id = ?) WHERE id"
            + " = ?",
        other,
        id);
    deliver("blends", id);
    return id;
  }

  /** What would be stored, in the form of {@link #stored}. */
  String rewritten(BlendResult result, UUID blend) {
    var id = UUID.randomUUID();
    sql(
        "INSERT INTO blend_refreshes (id, blend_id, status, seed, requested_at) VALUES (?, ?,"
            + " 'failed', 0, now())",
        id,
        blend);
    sql(
        "INSERT INTO blend_scores (id, blend_id, refresh_id, score, interval_low, interval_high,"
            + " details, engine_version, created_at) VALUES (gen_random_uuid(), ?, ?, ?, ?, ?,"
            + " ?::jsonb, 1, now())",
        blend,
        id,
        result.score(),
        result.low(),
        result.high(),
        result.details());
    int position = 0;
    for (var track : result.tracks()) {
      sql(
          """
          INSERT INTO blend_tracks (id, blend_id, refresh_id, track_id, track_name, position, source_provider, similarity_score, blend_metadata, created_at)
          SELECT gen_random_uuid(), ?, ?, i.provider_item_id, v.name, ?, i.provider, ?, ?::jsonb, now()
          FROM catalog.item_versions v JOIN catalog.items i ON i.id = v.item_id WHERE v.id = ?
          """,
          blend,
          id,
          ++position,
          track.similarity(),
          track.metadata(),
          track.version());
    }
    return stored(id);
  }

  /** Ids of the messages that failed. */
  List<String> deliver(String queue, Object... bodies) {
    var event = new SQSEvent();
    event.setRecords(
        Arrays.stream(bodies)
            .map(
                body -> {
                  var message = new SQSMessage();
                  message.setMessageId("message " + body);
                  message.setBody(body.toString());
                  message.setEventSourceArn(
                      "arn:aws:sqs:eu-central-1:123456789012:blendify-test-" + queue);
                  return message;
                })
            .toList());
    return new BlendHandler(context)
        .handleRequest(event, null).getBatchItemFailures().stream()
            .map(failure -> failure.getItemIdentifier())
            .toList();
  }

  /** Score and tracks of a refresh as they are stored, as text. */
  String stored(UUID refresh) {
    return ask(
        """
        SELECT s.score || ' ' || s.interval_low || ' ' || s.interval_high || ' ' || s.details || ' ' || (
          SELECT string_agg(t.position || ':' || t.track_id || ':' || t.similarity_score || ':' || t.blend_metadata, ' ' ORDER BY t.position)
          FROM blend_tracks t WHERE t.refresh_id = s.refresh_id)
        FROM blend_scores s WHERE s.refresh_id = ?
        """,
        refresh);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    context.close();
    database.close();
  }
}
