package io.blendify.core.taste;

import io.blendify.core.sync.Resource;

/**
 * Where a signal came from. Consent is given by resource and terms are set by provider, so a
 * profile keeps its signals apart by both.
 *
 * @param provider the provider's name
 * @param resource the resource's label
 * @param part the time range of a top list, {@code own} or {@code followed} for playlists,
 *     otherwise empty
 */
public record TasteSource(String provider, String resource, String part) {

  /** Part of the sources made from playlists that the person owns. */
  public static final String OWN = "own";

  /** Part of the sources made from playlists of others. */
  public static final String FOLLOWED = "followed";

  /** Part of plays that came as a list, without times and counts. */
  public static final String UNTIMED = "untimed";

  public TasteSource {
    Resource.of(resource);
  }

  public Resource kind() {
    return Resource.of(resource);
  }
}
