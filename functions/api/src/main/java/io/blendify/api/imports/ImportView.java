package io.blendify.api.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.blendify.store.imports.Import;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its owner sees it.
 *
 * @param status {@code waiting_for_file}, {@code queued}, {@code checking}, {@code importing},
 *     {@code completed}, {@code refused}, {@code failed}
 * @param format what the content turned out to be; null until that is known
 * @param bytesRead of the reading that goes on, or of the last one: progress is this of sizeBytes
 * @param problem a stable word where it was refused or failed
 * @param taken how many entries the file holds, by resource
 * @param added how many of them were new, by resource
 * @param skipped objects with reason, count and the first places
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportView(
    UUID id,
    String fileName,
    long sizeBytes,
    String status,
    @Nullable String format,
    long bytesRead,
    @Nullable String problem,
    @Nullable String detail,
    JsonNode taken,
    JsonNode added,
    JsonNode skipped,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  static ImportView of(Import row, JsonMapper json) {
    return new ImportView(
        row.id(),
        row.fileName(),
        row.sizeBytes(),
        row.status().label(),
        row.format(),
        row.bytesRead(),
        row.problem(),
        row.detail(),
        tree(row.taken(), json),
        tree(row.added(), json),
        tree(row.skipped(), json),
        row.createdAt(),
        row.finishedAt());
  }

  private static JsonNode tree(String text, JsonMapper json) {
    try {
      return json.readValue(text, JsonNode.class);
    } catch (IOException e) {
      throw new IllegalStateException("the database holds JSON that is none", e);
    }
  }
}
