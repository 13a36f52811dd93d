package io.blendify.api.library;

import io.blendify.api.paging.Cursors;
import io.blendify.api.paging.Page;
import io.blendify.api.session.SignedIn;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Pages of a library. The first page fixes the moment, and its cursor carries it on: all pages show
 * the same moment, whatever is synced while somebody turns them.
 */
@Singleton
final class LibraryPages {

  private final Cursors cursors;
  private final InstantSource clock;

  LibraryPages(Cursors cursors, InstantSource clock) {
    this.cursors = cursors;
    this.clock = clock;
  }

  /** Reads rows of one listing as they were at a moment, from an offset on. */
  @FunctionalInterface
  interface Read<T> {
    List<T> rows(Instant asOf, int limit, int offset);
  }

  /**
   * The page that the query asks for.
   *
   * @param listing which listing this is, its filters included: a cursor is good for no other
   */
  <T> Page<T> page(SignedIn me, String listing, LibraryQuery query, Read<T> read) {
    var scope = String.join("|", listing, me.getName(), query.asOf() + "", query.provider() + "");
    var place = cursors.decode(scope, query.cursor());
    var asOf = place == null ? now(query) : Instant.parse(place.getFirst());
    int offset = place == null ? 0 : Integer.parseInt(place.getLast());
    var next = List.of(asOf.toString(), Integer.toString(offset + query.limit()));
    return Page.of(
        read.rows(asOf, query.limit() + 1, offset),
        query.limit(),
        _ -> cursors.encode(scope, next));
  }

  private Instant now(LibraryQuery query) {
    return AsOf.parse("asOf", query.asOf(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
