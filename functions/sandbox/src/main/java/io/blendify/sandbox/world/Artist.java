package io.blendify.sandbox.world;

import java.util.List;

/**
 * An invented artist.
 *
 * @param id 22 base-62 characters
 * @param scene key of the scene; "various" for the artist of compilations
 * @param genres may be empty
 * @param popularity 0 to 100, before any drift
 * @param followers people who follow, on the day the world begins
 * @param picture which picture they show
 */
public record Artist(
    String id,
    String name,
    String scene,
    List<String> genres,
    int popularity,
    int followers,
    int picture) {
  public Artist {
    genres = List.copyOf(genres);
  }
}
