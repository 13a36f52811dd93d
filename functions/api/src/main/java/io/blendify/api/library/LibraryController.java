package io.blendify.api.library;

import io.blendify.api.paging.Page;
import io.blendify.api.problem.ProblemException;
import io.blendify.api.session.SignedIn;
import io.blendify.store.library.FollowedArtist;
import io.blendify.store.library.Library;
import io.blendify.store.library.ListedPlaylist;
import io.blendify.store.library.PlayedTrack;
import io.blendify.store.library.PlaylistTrack;
import io.blendify.store.library.SavedAlbum;
import io.blendify.store.library.SavedTrack;
import io.blendify.store.library.TopArtist;
import io.blendify.store.library.TopTrack;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A person's own library, resource by resource. */
@Controller("/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "library")
class LibraryController {

  private static final String RANGE = "short_term|medium_term|long_term";

  private final Library library;
  private final LibraryPages pages;

  LibraryController(Library library, LibraryPages pages) {
    this.library = library;
    this.pages = pages;
  }

  @Get("/top-tracks")
  @Operation(summary = "The tracks played most, by rank")
  Page<TopTrack> topTracks(
      SignedIn me,
      @Parameter(description = "About 4 weeks, 6 months, or a year")
          @Pattern(regexp = RANGE)
          @QueryValue(defaultValue = "medium_term")
          String range,
      @Valid @RequestBean LibraryQuery query) {
    return pages.page(
        me,
        "top-tracks/" + range,
        query,
        (asOf, limit, offset) ->
            library.topTracks(
                me.userId(), asOf, range, query.provider(), query.metadata(), limit, offset));
  }

  @Get("/top-artists")
  @Operation(summary = "The artists played most, by rank")
  Page<TopArtist> topArtists(
      SignedIn me,
      @Parameter(description = "About 4 weeks, 6 months, or a year")
          @Pattern(regexp = RANGE)
          @QueryValue(defaultValue = "medium_term")
          String range,
      @Valid @RequestBean LibraryQuery query) {
    return pages.page(
        me,
        "top-artists/" + range,
        query,
        (asOf, limit, offset) ->
            library.topArtists(
                me.userId(), asOf, range, query.provider(), query.metadata(), limit, offset));
  }

  @Get("/recently-played")
  @Operation(summary = "Every play that is known, newest first")
  Page<PlayedTrack> recentlyPlayed(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(
        me,
        "recently-played",
        query,
        (asOf, limit, offset) ->
            library.recentlyPlayed(
                me.userId(), asOf, query.provider(), query.metadata(), limit, offset));
  }

  @Get("/playlists")
  @Operation(summary = "Own and followed playlists, by name")
  Page<ListedPlaylist> playlists(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(
        me,
        "playlists",
        query,
        (asOf, limit, offset) ->
            library.playlists(
                me.userId(), asOf, query.provider(), query.metadata(), limit, offset));
  }

  @Get("/playlists/{id}/tracks")
  @Operation(
      summary = "What a playlist holds, in its order",
      description =
          "A place without a track_id was taken by something that is no longer available. A"
              + " playlist whose content the provider withholds has no places;"
              + " GET /v1/me/syncs says so.")
  Page<PlaylistTrack> playlistTracks(
      SignedIn me,
      @PathVariable @Size(max = 200) String id,
      @Valid @RequestBean LibraryQuery query) {
    return pages.page(
        me,
        "playlists/" + id,
        query,
        (asOf, limit, offset) -> {
          if (!library.hadPlaylist(me.userId(), asOf, id)) {
            throw ProblemException.notFound("playlist");
          }
          return library.playlistTracks(
              me.userId(), asOf, id, query.provider(), query.metadata(), limit, offset);
        });
  }

  @Get("/saved-tracks")
  @Operation(summary = "Saved tracks, newest first")
  Page<SavedTrack> savedTracks(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(
        me,
        "saved-tracks",
        query,
        (asOf, limit, offset) ->
            library.savedTracks(
                me.userId(), asOf, query.provider(), query.metadata(), limit, offset));
  }

  @Get("/saved-albums")
  @Operation(summary = "Saved albums, newest first")
  Page<SavedAlbum> savedAlbums(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(
        me,
        "saved-albums",
        query,
        (asOf, limit, offset) ->
            library.savedAlbums(
                me.userId(), asOf, query.provider(), query.metadata(), limit, offset));
  }

  @Get("/followed-artists")
  @Operation(summary = "Followed artists, by name")
  Page<FollowedArtist> followedArtists(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(
        me,
        "followed-artists",
        query,
        (asOf, limit, offset) ->
            library.followedArtists(
                me.userId(), asOf, query.provider(), query.metadata(), limit, offset));
  }
}
