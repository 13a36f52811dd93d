package io.blendify.api.taste;

import io.blendify.api.problem.ProblemException;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.core.recording.Folded;
import io.blendify.store.taste.Devices;
import io.blendify.store.taste.TasteExclusion;
import io.blendify.store.taste.TasteExclusions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes things out of a person's taste and puts them back; the profile follows. */
@Singleton
public final class OwnExclusions {

  static final int MOST = 500;

  private static final int DEVICES = 1_000;

  private final TasteExclusions exclusions;
  private final Devices devices;
  private final MessageQueue queue;
  private final InstantSource clock;

  OwnExclusions(
      TasteExclusions exclusions, Devices devices, MessageQueue queue, InstantSource clock) {
    this.exclusions = exclusions;
    this.devices = devices;
    this.queue = queue;
    this.clock = clock;
  }

  /** What the person took out, oldest first. */
  public List<ExclusionView> of(UUID userId) {
    return exclusions.findByUser(userId).stream().map(ExclusionView::of).toList();
  }

  /** What the person listens on, most plays first. */
  public List<DeviceView> devices(UUID userId) {
    return devices.of(userId, DEVICES).stream().map(DeviceView::of).toList();
  }

  /**
   * Takes something out.
   *
   * @throws ProblemException 400 where the kind lacks what it is about, 409 where it is taken out
   *     already
   */
  public ExclusionView add(UUID userId, ExclusionWish wish) {
    var row = row(userId, wish);
    int added =
        exclusions.add(
            row.id(),
            userId,
            row.kind(),
            row.artistName(),
            row.artistKey(),
            row.provider(),
            row.playlistId(),
            row.since(),
            row.until(),
            row.device(),
            row.createdAt(),
            MOST);
    if (added == 0) {
      throw ProblemException.conflict(
          "That is taken out already, or " + MOST + " things are, which is the most there can be.");
    }
    rebuild(userId);
    return ExclusionView.of(row);
  }

  /**
   * Puts it back.
   *
   * @throws ProblemException 404 where it is not there
   */
  public void remove(UUID userId, UUID id) {
    if (exclusions.remove(id, userId) == 0) {
      throw ProblemException.notFound("exclusion");
    }
    rebuild(userId);
  }

  /** A message that is lost costs time only: a blend asks for what is taken out itself. */
  private void rebuild(UUID userId) {
    queue.send(QueueName.TASTE, List.of(userId), Duration.ZERO);
  }

  private TasteExclusion row(UUID userId, ExclusionWish wish) {
    return switch (wish.kind()) {
      case "artist" -> {
        var name = needed("artist", wish.artist());
        yield row(userId, wish.kind(), name, Folded.of(name), null, null, null, null, null);
      }
      case "playlist" -> {
        var provider = needed("provider", wish.provider());
        var id = needed("playlist_id", wish.playlistId());
        yield row(userId, wish.kind(), null, null, provider, id, null, null, null);
      }
      case "device" -> {
        var device = needed("device", wish.device());
        yield row(userId, wish.kind(), null, null, null, null, null, null, device);
      }
      default -> {
        var since = Period.since(wish.since());
        var until = Period.until(wish.until());
        Period.check(since, until);
        yield row(userId, wish.kind(), null, null, null, null, since, until, null);
      }
    };
  }

  private TasteExclusion row(
      UUID userId,
      String kind,
      @Nullable String artist,
      @Nullable String key,
      @Nullable String provider,
      @Nullable String playlist,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable String device) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new TasteExclusion(
        UUID.randomUUID(),
        userId,
        kind,
        artist,
        key,
        provider,
        playlist,
        since,
        until,
        device,
        now);
  }

  private static String needed(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid(field, "must be given for this kind");
    }
    return text.strip();
  }
}
