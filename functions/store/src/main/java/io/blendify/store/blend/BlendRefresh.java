package io.blendify.store.blend;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One computation of a blend.
 *
 * @param status {@code pending}, {@code running}, {@code completed}, {@code past} (completed, for a
 *     past moment: it changed nothing but the score's history), {@code waiting} (too few people
 *     with data: {@code waitingFor} says whom it waits for), {@code failed}, {@code withdrawn}
 *     (somebody in it left or took back consent: nothing of it is shown any more)
 * @param waitingFor user ids of the participants without data, as text; also of a completed one,
 *     which was made without them; empty and waiting: nobody else has joined yet
 * @param error why it failed, for logs and operators
 * @param asOf of which past moment the tastes are; null: of when it was computed
 */
@MappedEntity("blend_refreshes")
public record BlendRefresh(
    @Id UUID id,
    UUID blendId,
    String status,
    long seed,
    @Nullable Integer engineVersion,
    int attempts,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> waitingFor,
    @Nullable String error,
    Instant requestedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant asOf) {

  public BlendRefresh {
    waitingFor = List.copyOf(waitingFor);
  }
}
