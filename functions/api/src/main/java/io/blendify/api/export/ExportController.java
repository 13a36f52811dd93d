package io.blendify.api.export;

import io.blendify.api.paging.Cursors;
import io.blendify.api.session.SignedIn;
import io.blendify.store.export.ExportRow;
import io.blendify.store.export.Exports;
import io.blendify.store.export.Section;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands out everything that is kept about a person, in parts that a function can answer with. */
@Controller("/v1/me/export")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "account")
@ApiResponse(responseCode = "400", ref = "problem")
@ApiResponse(responseCode = "401", ref = "problem")
class ExportController {

  /** One JSON object in each line. */
  static final String NDJSON = "application/x-ndjson";

  /** Lambda answers with at most 6 MB. */
  private static final int MAX_BYTES = 3 * 1024 * 1024;

  private static final int ROWS = 100;

  private final Exports exports;
  private final Cursors cursors;

  ExportController(Exports exports, Cursors cursors) {
    this.exports = exports;
    this.cursors = cursors;
  }

  @Get(produces = NDJSON)
  @Operation(
      summary = "Everything that is kept about you",
      description =
          "Lines of {\"section\": …, \"row\": {…}}. Where there is more, the header Link has the"
              + " address of the next part, rel=\"next\".")
  HttpResponse<String> export(SignedIn me, @Nullable @QueryValue String cursor) {
    var scope = "export|" + me.getName();
    var place = cursors.decode(scope, cursor);
    var part = new Part();
    var sections = Section.values();
    int first = place == null ? 0 : Section.valueOf(place.getFirst()).ordinal();
    var after = place == null ? "" : place.getLast();
    for (var section : Arrays.asList(sections).subList(first, sections.length)) {
      fill(part, me, section, after);
      if (part.stoppedAt != null) {
        var next = cursors.encode(scope, List.of(section.name(), part.stoppedAt));
        return HttpResponse.ok(part.text.toString())
            .header("Link", "</v1/me/export?cursor=" + next + ">; rel=\"next\"");
      }
      after = "";
    }
    return HttpResponse.ok(part.text.toString());
  }

  /** Adds rows until the section ends or the part is full. */
  private void fill(Part part, SignedIn me, Section section, String from) {
    var after = from;
    for (List<ExportRow> rows; ; after = rows.getLast().place()) {
      rows = exports.read(me.userId(), section, after, ROWS);
      for (var row : rows) {
        if (!part.add(section, row)) {
          part.stoppedAt = after;
          return;
        }
        after = row.place();
      }
      if (rows.size() < ROWS) {
        return;
      }
    }
  }

  /** One answer in the making. */
  private static final class Part {
    private final StringBuilder text = new StringBuilder();
    private long bytes;
    private @Nullable String stoppedAt;

    /** False where the row has no more room; the first row always has. */
    boolean add(Section section, ExportRow row) {
      long size = row.json().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > 0 && bytes + size > MAX_BYTES) {
        return false;
      }
      bytes += size;
      text.append("{\"section\":\"")
          .append(section.label())
          .append("\",\"row\":")
          .append(row.json())
          .append("}\n");
      return true;
    }
  }
}
