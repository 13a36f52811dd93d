package io.blendify.api.library;

import io.blendify.api.paging.Cursors;
import io.blendify.api.paging.Page;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.store.library.Library;
import io.blendify.store.library.Reading;
import io.blendify.store.library.Shelf;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a library. The first page fixes the moment, and its cursor carries it on: all pages show
 * the same moment, whatever is synced while somebody turns them.
 */
@Singleton
final class LibraryPages {

  private final Library library;
  private final Cursors cursors;
  private final InstantSource clock;

  LibraryPages(Library library, Cursors cursors, InstantSource clock) {
    this.library = library;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * The page that the query asks for.
   *
   * @param list which of the shelf's lists; null where it holds one
   */
  <T> Page<T> page(SignedIn me, Shelf<T> shelf, @Nullable String list, LibraryQuery query) {
    var scope =
        String.join(
            "|",
            shelf.row().getSimpleName(),
            list + "",
            me.getName(),
            query.asOf() + "",
            query.provider() + "");
    var place = cursors.decode(scope, query.cursor());
    var asOf = place == null ? now(query) : Instant.parse(place.getFirst());
    int offset = place == null ? 0 : Integer.parseInt(place.getLast());
    var next = List.of(asOf.toString(), Integer.toString(offset + query.limit()));
    var reading =
        new Reading(
            me.userId(), asOf, list, query.provider(), query.metadata(), query.limit() + 1, offset);
    return Page.of(rows(shelf, reading), query.limit(), _ -> cursors.encode(scope, next));
  }

  /** A playlist that holds nothing is not the same as one that is not there. */
  private <T> List<T> rows(Shelf<T> shelf, Reading reading) {
    var list = reading.list();
    if (shelf.equals(Shelf.PLAYLIST_TRACKS)
        && (list == null || !library.hadPlaylist(reading.userId(), reading.asOf(), list))) {
      throw ProblemException.notFound("playlist");
    }
    return library.read(shelf, reading);
  }

  private Instant now(LibraryQuery query) {
    return AsOf.parse("asOf", query.asOf(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
