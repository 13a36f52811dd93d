package io.blendify.store.taste;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a profile is made without, in an order that does not depend on when it was said.
 *
 * @param artists folded names
 * @param devices as the sources of plays name them
 */
public record Without(
    List<String> artists, List<Playlist> playlists, List<Period> periods, List<String> devices) {

  public static final Without NOTHING = new Without(List.of(), List.of(), List.of(), List.of());

  public Without {
    artists = List.copyOf(artists);
    playlists = List.copyOf(playlists);
    periods = List.copyOf(periods);
    devices = List.copyOf(devices);
  }

  public record Playlist(String provider, String id) {}

  /**
   * A time of which nothing counts.
   *
   * @param since null: since ever
   * @param until the first moment that counts again; null: open
   */
  public record Period(@Nullable Instant since, @Nullable Instant until) {

    /** As PostgreSQL reads it. */
    String sinceText() {
      return since == null ? "-infinity" : since.toString();
    }

    String untilText() {
      return until == null ? "infinity" : until.toString();
    }
  }

  static Without of(List<TasteExclusion> exclusions) {
    return new Without(
        exclusions.stream()
            .map(TasteExclusion::artistKey)
            .filter(Objects::nonNull)
            .sorted()
            .toList(),
        exclusions.stream()
            .filter(one -> one.playlistId() != null)
            .map(
                one ->
                    new Playlist(String.valueOf(one.provider()), String.valueOf(one.playlistId())))
            .sorted(Comparator.comparing(Playlist::provider).thenComparing(Playlist::id))
            .toList(),
        exclusions.stream()
            .filter(one -> one.kind().equals("period"))
            .map(one -> new Period(one.since(), one.until()))
            .sorted(Comparator.comparing(Period::sinceText).thenComparing(Period::untilText))
            .toList(),
        exclusions.stream().map(TasteExclusion::device).filter(Objects::nonNull).sorted().toList());
  }
}
