package io.blendify.store.imports;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One uploaded file and what became of it.
 *
 * @param jobId the job that reads it; null until the file is there, and when that job is long over
 * @param fileName as the person named it
 * @param objectKey its name in the file store
 * @param format label of the format; null until it is known
 * @param bytesRead of the reading that goes on now, or of the last one
 * @param problem a stable word where it was refused or failed; null otherwise
 * @param detail one sentence for the person where there is a problem
 * @param taken JSON object: how many entries the file holds, by resource label
 * @param added JSON object: how many of them were new, by resource label
 * @param skipped JSON array of objects with {@code reason}, {@code count}, {@code places}
 */
@MappedEntity("imports")
public record Import(
    @Id UUID id,
    UUID userId,
    @Nullable UUID jobId,
    String fileName,
    long sizeBytes,
    String objectKey,
    @TypeDef(type = DataType.STRING, converter = ImportStatus.Converter.class) ImportStatus status,
    @Nullable String format,
    long bytesRead,
    @Nullable String problem,
    @Nullable String detail,
    @TypeDef(type = DataType.STRING) String taken,
    @TypeDef(type = DataType.STRING) String added,
    @TypeDef(type = DataType.STRING) String skipped,
    Instant createdAt,
    @Nullable Instant finishedAt,
    Instant updatedAt) {}
