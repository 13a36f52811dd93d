package io.blendify.store.sync;

import io.blendify.core.ProviderId;
import io.blendify.store.ProviderIdConverter;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One listing to be read once, and how far that has come.
 *
 * @param resource a {@code Resource}'s label, or {@code import}
 * @param status a {@code JobStatus}'s label
 * @param parameters a JSON object
 * @param itemsDone how many entries were read in earlier invocations
 * @param attempts how often it was begun since it last made progress
 * @param observedAt when the run began whose facts it writes; null before the first claim
 * @param reason a {@code Reason}'s label; why it waits or failed
 */
@MappedEntity("sync_jobs")
public record SyncJob(
    @Id UUID id,
    UUID userId,
    UUID connectionId,
    @TypeDef(type = DataType.STRING, converter = ProviderIdConverter.class) ProviderId provider,
    String resource,
    String listKey,
    String trigger,
    String status,
    String parameters,
    @Nullable String cursor,
    int itemsDone,
    @Nullable Integer itemsTotal,
    int attempts,
    @Nullable UUID leaseOwner,
    @Nullable Instant leaseUntil,
    Instant notBefore,
    @Nullable Instant sentAt,
    @Nullable Instant observedAt,
    @Nullable String reason,
    @Nullable String error,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Instant updatedAt) {

  /** Whether it changed history and the person's taste was not yet told. */
  public boolean owesTaste() {
    return parameters.contains("\"taste\"");
  }

  /** Whether it still has something to do. */
  public boolean open() {
    return status.equals("pending") || status.equals("running") || status.equals("parked");
  }
}
