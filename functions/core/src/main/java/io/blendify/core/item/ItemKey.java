package io.blendify.core.item;

import io.blendify.core.ProviderId;

/**
 * Which thing, in the words of the provider that names it.
 *
 * @param id the provider's own id, always text; for a local file its {@code uri}
 */
public record ItemKey(ProviderId provider, Kind kind, String id) {
  public ItemKey {
    if (id.isBlank()) {
      throw new IllegalArgumentException(provider + " " + kind.label() + " without an id");
    }
  }
}
