package io.blendify.core.taste;

import io.blendify.core.item.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person's history says at one moment. Things are named by the id of their description,
 * which never changes.
 *
 * @param described every version that the others name; what is not there is left out of the profile
 */
public record TasteFacts(
    List<Ranked> ranked,
    List<Saved> saved,
    List<Listed> listed,
    List<Played> played,
    Map<Long, Described> described) {

  public TasteFacts {
    ranked = List.copyOf(ranked);
    saved = List.copyOf(saved);
    listed = List.copyOf(listed);
    played = List.copyOf(played);
    described = Map.copyOf(described);
  }

  /**
   * A place in a top list.
   *
   * @param rank from 1
   */
  public record Ranked(TasteSource source, long version, int rank) {}

  /**
   * A saved track, a saved album or a followed artist.
   *
   * @param since null where the provider does not say
   */
  public record Saved(TasteSource source, long version, @Nullable Instant since) {}

  /** A track that stands in so many playlists of that source. */
  public record Listed(TasteSource source, long version, int playlists) {}

  /**
   * All plays of one track.
   *
   * @param recent plays weighted by age, in millionths of a play: whole, so that no order of
   *     addition changes the sum
   */
  public record Played(TasteSource source, long version, int plays, long recent) {}

  /**
   * What a version is.
   *
   * @param recording identity across providers; 0 for what is no track
   * @param artists main artist first; for an artist empty
   * @param genres as the provider writes them; empty where it does not say
   */
  public record Described(
      long version,
      Kind kind,
      long recording,
      String name,
      List<String> artists,
      List<String> genres,
      @Nullable Boolean explicit) {

    public Described {
      artists = List.copyOf(artists);
      genres = List.copyOf(genres);
    }
  }
}
