package io.blendify.blend;

import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.core.taste.ArtistTaste;
import io.blendify.core.taste.RecordingTaste;
import io.blendify.core.taste.TasteProfile;
import io.blendify.store.blend.BlendRefreshes;
import io.blendify.store.blend.BlendWaits;
import io.blendify.store.taste.Recordings;
import io.blendify.store.taste.TasteHistory;
import io.blendify.store.taste.TasteInputs;
import io.blendify.store.taste.TasteMoments;
import io.blendify.store.taste.TasteProfiles;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Builds one person's taste profile from history. Delivered twice, it builds once. */
@Singleton
class TasteBuild {

  private final TasteMoments moments;
  private final TasteHistory history;
  private final TasteProfiles profiles;
  private final Recordings recordings;
  private final ProfileMaking making;
  private final BlendWaits waits;
  private final BlendRefreshes refreshes;
  private final OutlookBuild outlook;
  private final MessageQueue queue;
  private final InstantSource time;
  private final Json json;

  TasteBuild(
      TasteMoments moments,
      TasteHistory history,
      TasteProfiles profiles,
      Recordings recordings,
      ProfileMaking making,
      BlendWaits waits,
      BlendRefreshes refreshes,
      OutlookBuild outlook,
      MessageQueue queue,
      InstantSource time,
      Json json) {
    this.moments = moments;
    this.history = history;
    this.profiles = profiles;
    this.recordings = recordings;
    this.making = making;
    this.waits = waits;
    this.refreshes = refreshes;
    this.outlook = outlook;
    this.queue = queue;
    this.time = time;
    this.json = json;
  }

  /**
   * Whether there was anything to do. Blends that waited for the person are computed then, and who
   * asked for neighbours and suggestions gets those of today.
   */
  boolean run(UUID user) {
    boolean built = build(user);
    if (built) {
      waits.waitingFor(user).forEach(this::refresh);
    }
    outlook.run(user);
    return built;
  }

  @Transactional
  boolean build(UUID user) {
    profiles.lock(user);
    var inputs = moments.now(user);
    if (isCurrent(user, inputs)) {
      return false;
    }
    recordings.link(history.read(user, inputs).versions(), time.instant());
    save(user, inputs, making.make(user, inputs));
    return true;
  }

  private boolean isCurrent(UUID user, TasteInputs inputs) {
    var stored = profiles.origins(List.of(user)).get(user);
    return stored == null
        ? inputs.isEmpty()
        : stored.version() == TasteProfile.VERSION
            && stored.isPacked()
            && json.read(stored.inputs(), TasteInputs.class).equals(inputs);
  }

  private void save(UUID user, TasteInputs inputs, TasteProfile profile) {
    profiles.save(
        user,
        new TasteProfiles.Built(
            TasteProfile.VERSION,
            json.write(inputs),
            json.write(profile),
            making.packed(profile).bytes(),
            profile.artists().stream().map(ArtistTaste::key).toList(),
            profile.recordings().stream().map(RecordingTaste::key).toList(),
            profile.artists().stream()
                .flatMap(artist -> artist.genres().stream())
                .distinct()
                .sorted()
                .toList()),
        time.instant());
  }

  private void refresh(UUID blend) {
    var id = UUID.randomUUID();
    if (refreshes.request(id, blend, time.instant()) == 1
        && queue.send(QueueName.BLENDS, List.of(id), Duration.ZERO).isEmpty()) {
      refreshes.sent(id, time.instant());
    }
  }
}
