package io.blendify.core.taste;

import java.util.List;

/**
 * One person's taste: a pure function of that person's history. It holds nothing of other people
 * (rarity is added where a blend is computed) and nothing of the clock (ages count from the newest
 * thing known), so that it can be made again from the same rows.
 *
 * @param version of the rules that made it: {@link #VERSION}
 * @param artists by falling weight; every artist that a recording refers to is there
 * @param recordings by falling weight
 */
public record TasteProfile(
    int version,
    List<TasteSource> sources,
    List<ArtistTaste> artists,
    List<RecordingTaste> recordings) {

  /** Of the rules in this package. One more with every change of what they make. */
  public static final int VERSION = 1;

  /** Someone of whom nothing is known. */
  public static final TasteProfile EMPTY =
      new TasteProfile(VERSION, List.of(), List.of(), List.of());

  public TasteProfile {
    sources = List.copyOf(sources);
    artists = List.copyOf(artists);
    recordings = List.copyOf(recordings);
  }
}
