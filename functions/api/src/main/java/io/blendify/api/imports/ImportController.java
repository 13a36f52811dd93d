package io.blendify.api.imports;

import io.blendify.api.paging.Cursors;
import io.blendify.api.paging.Page;
import io.blendify.api.paging.Place;
import io.blendify.api.session.SignedIn;
import io.blendify.store.imports.Imports;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.JsonMapper;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports of files that a person exported elsewhere. */
@Controller("/v1/imports")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "imports")
@ApiResponse(responseCode = "400", ref = "problem")
@ApiResponse(responseCode = "401", ref = "problem")
class ImportController {

  private final OwnImports own;
  private final Imports imports;
  private final Cursors cursors;
  private final JsonMapper json;

  ImportController(OwnImports own, Imports imports, Cursors cursors, JsonMapper json) {
    this.own = own;
    this.imports = imports;
    this.cursors = cursors;
    this.json = json;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Announce a file",
      description =
          "Answers with an address to which the bytes are PUT; POST to completion_url afterwards."
              + " Formats: Spotify extended streaming history and account data (zip or JSON),"
              + " Exportify CSV, ListenBrainz export, Last.fm CSV or JSON, M3U8. The local system"
              + " also takes the file itself here, as the body or as a form's part.")
  @ApiResponse(responseCode = "413", ref = "problem")
  @ApiResponse(responseCode = "429", ref = "problem")
  Announced announce(SignedIn me, @Valid @Body Announcement file) {
    return own.announce(me.userId(), file);
  }

  @Post("/{id}/completion")
  @Status(HttpStatus.ACCEPTED)
  @Operation(summary = "Say that the file is there, so that it is read")
  @ApiResponse(responseCode = "404", ref = "problem")
  @ApiResponse(responseCode = "409", ref = "problem")
  ImportView complete(SignedIn me, UUID id) {
    return ImportView.of(own.complete(me.userId(), id), json);
  }

  @Get("/{id}")
  @Operation(summary = "How an import stands: progress, and what was taken and skipped")
  @ApiResponse(responseCode = "404", ref = "problem")
  ImportView show(SignedIn me, UUID id) {
    return ImportView.of(own.find(me.userId(), id), json);
  }

  @Get
  @Operation(summary = "All imports, newest first")
  Page<ImportView> list(
      SignedIn me,
      @Nullable @QueryValue String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    var scope = "imports|" + me.getName();
    var from = Place.of(cursors.decode(scope, cursor));
    var rows = imports.findBefore(me.userId(), from.at(), from.id(), limit + 1);
    var page =
        Page.of(
            rows,
            limit,
            row -> cursors.encode(scope, new Place(row.createdAt(), row.id()).parts()));
    return new Page<>(
        page.items().stream().map(row -> ImportView.of(row, json)).toList(), page.nextCursor());
  }
}
