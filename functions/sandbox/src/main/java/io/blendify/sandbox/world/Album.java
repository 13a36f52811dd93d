package io.blendify.sandbox.world;

import java.util.List;

/**
 * An invented release.
 *
 * @param releaseDate as long as its precision says: "1998", "1998-04", "1998-04-17"
 * @param upc twelve or thirteen digits
 * @param cover which picture it shows; 0 where it has none
 */
public record Album(
    String id,
    String name,
    Kind kind,
    List<Artist> artists,
    String releaseDate,
    int totalTracks,
    String upc,
    String label,
    int cover,
    int popularity) {

  /** What kind of release; {@link #wire()} is the word of the provider. */
  public enum Kind {
    ALBUM("album"),
    SINGLE("single"),
    COMPILATION("compilation"),
    LIVE("album"),
    REMASTER("album");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** The value of album_type. */
    public String wire() {
      return wire;
    }
  }

  public Album {
    artists = List.copyOf(artists);
  }

  /** The value of release_date_precision. */
  public String precision() {
    return switch (releaseDate.length()) {
      case 4 -> "year";
      case 7 -> "month";
      default -> "day";
    };
  }
}
