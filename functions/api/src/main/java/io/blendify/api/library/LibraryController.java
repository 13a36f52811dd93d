package io.blendify.api.library;

import io.blendify.api.paging.Page;
import io.blendify.api.session.SignedIn;
import io.blendify.store.library.FollowedArtist;
import io.blendify.store.library.ListedPlaylist;
import io.blendify.store.library.PlayedTrack;
import io.blendify.store.library.PlaylistTrack;
import io.blendify.store.library.SavedAlbum;
import io.blendify.store.library.SavedTrack;
import io.blendify.store.library.Shelf;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A person's own library, resource by resource. */
@Controller("/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "library")
@ApiResponse(responseCode = "400", ref = "problem")
@ApiResponse(responseCode = "401", ref = "problem")
class LibraryController {

  private static final String RANGE = "short_term|medium_term|long_term";

  private final LibraryPages pages;

  LibraryController(LibraryPages pages) {
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
    return pages.page(me, Shelf.TOP_TRACKS, range, query);
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
    return pages.page(me, Shelf.TOP_ARTISTS, range, query);
  }

  @Get("/recently-played")
  @Operation(summary = "Every play that is known, newest first")
  Page<PlayedTrack> recentlyPlayed(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(me, Shelf.RECENTLY_PLAYED, null, query);
  }

  @Get("/playlists")
  @Operation(summary = "Own and followed playlists, by name")
  Page<ListedPlaylist> playlists(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(me, Shelf.PLAYLISTS, null, query);
  }

  @Get("/playlists/{id}/tracks")
  @Operation(
      summary = "What a playlist holds, in its order",
      description =
          "track_position counts every place of the playlist: one that is missing here is taken by"
              + " something that is no longer available. A playlist whose content the provider"
              + " withholds has no places; GET /v1/me/syncs says so.")
  @ApiResponse(responseCode = "404", ref = "problem")
  Page<PlaylistTrack> playlistTracks(
      SignedIn me,
      @PathVariable @Size(max = 200) String id,
      @Valid @RequestBean LibraryQuery query) {
    return pages.page(me, Shelf.PLAYLIST_TRACKS, id, query);
  }

  @Get("/saved-tracks")
  @Operation(summary = "Saved tracks, newest first")
  Page<SavedTrack> savedTracks(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(me, Shelf.SAVED_TRACKS, null, query);
  }

  @Get("/saved-albums")
  @Operation(summary = "Saved albums, newest first")
  Page<SavedAlbum> savedAlbums(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(me, Shelf.SAVED_ALBUMS, null, query);
  }

  @Get("/followed-artists")
  @Operation(summary = "Followed artists, by name")
  Page<FollowedArtist> followedArtists(SignedIn me, @Valid @RequestBean LibraryQuery query) {
    return pages.page(me, Shelf.FOLLOWED_ARTISTS, null, query);
  }
}
