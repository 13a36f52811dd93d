package io.blendify.core.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artist.
 *
 * @param genres null where the provider does not say, which is not the same as none
 */
public record Artist(
    ItemKey key,
    String name,
    @Nullable String imageUrl,
    @Nullable List<String> genres,
    @Nullable String url,
    Metadata metadata)
    implements Item {

  public Artist {
    genres = genres == null ? null : List.copyOf(genres);
  }
}
