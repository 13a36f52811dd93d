package io.blendify.core.taste;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recording in a profile. What is needed to show it (name, album, art, duration, provider and the
 * provider's id, ISRC) stands in the catalogue under its version.
 *
 * @param recording identity across providers: {@code catalog.recordings.id}
 * @param version how the person's library describes it: {@code catalog.item_versions.id}
 * @param explicit null where the provider does not say
 * @param artists places in {@link TasteProfile#artists()}, main artist first
 */
public record RecordingTaste(
    long recording,
    long version,
    @Nullable Boolean explicit,
    List<Integer> artists,
    List<Signal> signals) {

  public RecordingTaste {
    artists = List.copyOf(artists);
    signals = List.copyOf(signals);
  }

  /** The recording as a key among others: {@code "4711"}. */
  public String key() {
    return Long.toString(recording);
  }
}
