package io.blendify.core.item;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An album, single or compilation.
 *
 * @param albumType the provider's word: {@code album}, {@code single}, {@code compilation}
 * @param releaseDate as the provider writes it: a year, a year and month, or a day
 * @param genres null where the provider does not say
 */
public record Album(
    ItemKey key,
    String name,
    List<Credit> artists,
    @Nullable String imageUrl,
    @Nullable String albumType,
    @Nullable String releaseDate,
    @Nullable Integer totalTracks,
    @Nullable List<String> genres,
    @Nullable String url,
    Metadata metadata)
    implements Item {

  public Album {
    artists = List.copyOf(artists);
    genres = genres == null ? null : List.copyOf(genres);
  }

  /** All artists as one line, {@code "A, B"}; null where none is named. */
  public @Nullable String artistName() {
    return artists.isEmpty()
        ? null
        : artists.stream().map(Credit::name).collect(Collectors.joining(", "));
  }
}
