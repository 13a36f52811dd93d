package io.blendify.core.item;

/**
 * One thing as one provider describes it at one time. Only the key is sure to be there: every other
 * field can be missing in real traffic, and an absent one is null, never zero or empty.
 */
public sealed interface Item permits Track, Artist, Album, Playlist {

  ItemKey key();

  /** As the provider writes it; empty where it sent none. */
  String name();

  Metadata metadata();
}
