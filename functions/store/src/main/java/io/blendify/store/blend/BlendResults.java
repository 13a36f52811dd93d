package io.blendify.store.blend;

import io.blendify.store.SqlArray;
import io.blendify.store.blend.BlendRequest.Consenting;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a computation, written whole or not at all. */
@Singleton
public class BlendResults {

  private final JdbcOperations jdbc;
  private final BlendSources sources;
  private final ChosenTracks tracks;
  private final BlendScores scores;

  BlendResults(JdbcOperations jdbc, BlendSources sources, ChosenTracks tracks, BlendScores scores) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.tracks = tracks;
    this.scores = scores;
  }

  /** The seed and the inputs of a computed blend, to compute it again. */
  @Transactional
  public Optional<Computed> computed(UUID refresh) {
    return jdbc.prepareStatement(
        "SELECT seed, inputs::text AS inputs FROM blend_refreshes WHERE id = ? AND inputs IS NOT NULL",
        statement -> {
          statement.setObject(1, refresh);
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(new Computed(rows.getLong("seed"), rows.getString("inputs")))
                : Optional.empty();
          }
        });
  }

  /** What a blend was computed from. */
  public record Computed(long seed, String inputs) {}

  /**
   * Writes the result, whole or not at all. Throws Outdated where somebody came, left, changed
   * consent or got a first profile meanwhile, or where another worker took over.
   *
   * @param from who it was computed from
   */
  @Transactional
  public void complete(
      BlendRequest request, List<Consenting> from, BlendResult result, Instant now) {
    boolean isPast = request.asOf() != null;
    if (!hold(request, isPast ? null : result.tracks().size(), now)
        || !sources.consenting(request.blendId()).equals(from)) {
      throw new Outdated();
    }
    var status = isPast ? "past" : "completed";
    close(request, status, result.inputs(), result.engineVersion(), result.waitingFor(), now);
    if (!isPast) {
      tracks.insert(request, result.tracks(), now);
    }
    scores.insert(
        request.blendId(),
        request.id(),
        result.score(),
        result.low(),
        result.high(),
        result.details(),
        result.engineVersion(),
        now,
        request.asOf());
  }

  /**
   * There are not two people with data: says whom the blend waits for. A past moment does not
   * change any more: there is no score of it.
   */
  @Transactional
  public void await(
      BlendRequest request, List<Consenting> from, List<UUID> waitingFor, Instant now) {
    boolean isPast = request.asOf() != null;
    if (!hold(request, isPast ? null : 0, now)
        || !sources.consenting(request.blendId()).equals(from)) {
      throw new Outdated();
    }
    close(request, isPast ? "failed" : "waiting", null, null, waitingFor, now);
  }

  /**
   * What was computed must not be written: things changed meanwhile. Rolls the transaction back.
   */
  public static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outdated() {
      super("the blend changed while it was computed");
    }
  }

  /**
   * Locks the blend, so that who leaves waits until the result is written, or is seen here.
   *
   * @param tracks how many it has now; null: as many as before
   */
  private boolean hold(BlendRequest request, @Nullable Integer tracks, Instant now) {
    return jdbc.prepareStatement(
        """
        UPDATE blends
        SET total_tracks = COALESCE(?, total_tracks), updated_at = ?
        WHERE id = ? AND EXISTS (
          SELECT FROM blend_refreshes WHERE id = ? AND status = 'running' AND attempts = ?)
        """,
        statement -> {
          statement.setObject(1, tracks, Types.INTEGER);
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          statement.setObject(3, request.blendId());
          statement.setObject(4, request.id());
          statement.setInt(5, request.attempt());
          return statement.executeUpdate() == 1;
        });
  }

  private void close(
      BlendRequest request,
      String status,
      @Nullable String inputs,
      @Nullable Integer engineVersion,
      List<UUID> waitingFor,
      Instant now) {
    jdbc.prepareStatement(
        """
        UPDATE blend_refreshes
        SET status = ?, inputs = ?::jsonb, engine_version = ?, waiting_for = ?, lease_until = NULL,
            error = NULL, finished_at = ?
        WHERE id = ? AND attempts = ?
        """,
        statement -> {
          statement.setString(1, status);
          statement.setString(2, inputs);
          statement.setObject(3, engineVersion, Types.INTEGER);
          SqlArray.uuid(statement, 4, waitingFor);
          statement.setObject(5, now.atOffset(ZoneOffset.UTC));
          statement.setObject(6, request.id());
          statement.setInt(7, request.attempt());
          return statement.executeUpdate();
        });
  }
}
