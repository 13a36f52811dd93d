package io.blendify.api.library;

import io.blendify.api.paging.Cursors;
import io.blendify.api.paging.Page;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.store.library.Change;
import io.blendify.store.library.Changes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came, what left and what became unavailable in a person's library. */
@Controller("/v1/me/changes")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "library")
@ApiResponse(responseCode = "400", ref = "problem")
@ApiResponse(responseCode = "401", ref = "problem")
class ChangesController {

  private static final Duration DEFAULT_SPAN = Duration.ofDays(7);

  private final Changes changes;
  private final Cursors cursors;
  private final InstantSource clock;

  ChangesController(Changes changes, Cursors cursors, InstantSource clock) {
    this.changes = changes;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Get
  @Operation(
      summary = "What came, left, changed or became unavailable, newest first",
      description =
          "Told from history alone, between one observation and the next; plays are no changes.")
  Page<Change> changes(
      SignedIn me,
      @Parameter(description = "After this moment or day; seven days ago where it is left out")
          @Nullable
          @QueryValue
          String since,
      @Parameter(description = "Up to this moment or day; now where it is left out")
          @Nullable
          @QueryValue
          String until,
      @Pattern(
              regexp =
                  "top_tracks|top_artists|saved_tracks|saved_albums|followed_artists|playlists"
                      + "|playlist_tracks")
          @Nullable
          @QueryValue
          String resource,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    var scope = String.join("|", "changes", me.getName(), since + "", until + "", resource + "");
    var place = cursors.decode(scope, cursor);
    var to = place == null ? until(until) : Instant.parse(place.get(1));
    var from = place == null ? since(since, to) : Instant.parse(place.getFirst());
    int offset = place == null ? 0 : Integer.parseInt(place.getLast());
    var next = List.of(from.toString(), to.toString(), Integer.toString(offset + limit));
    return Page.of(
        changes.between(me.userId(), from, to, resource, limit + 1, offset),
        limit,
        _ -> cursors.encode(scope, next));
  }

  private Instant until(@Nullable String until) {
    return AsOf.parse("until", until, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static Instant since(@Nullable String since, Instant until) {
    if (since == null) {
      return until.minus(DEFAULT_SPAN);
    }
    var from = AsOf.parse("since", since, until);
    if (from.isAfter(until)) {
      throw ProblemException.invalid("since", "must lie before until");
    }
    return from;
  }
}
