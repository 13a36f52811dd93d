package io.blendify.providers.file;

import io.blendify.core.Isrc;
import io.blendify.core.ProviderId;
import io.blendify.core.item.Album;
import io.blendify.core.item.Artist;
import io.blendify.core.item.ContentHash;
import io.blendify.core.item.Credit;
import io.blendify.core.item.ItemKey;
import io.blendify.core.item.Kind;
import io.blendify.core.item.Metadata;
import io.blendify.core.item.Track;
import io.blendify.providers.json.Description;
import io.micronaut.json.tree.JsonNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about one thing, whoever heard it and when.
 *
 * @param durationMs null where the file does not say
 * @param source the file's own words about it, and nothing about a play of it: its hash names this
 *     description
 */
record Described(
    String title,
    List<Credit> artists,
    @Nullable String album,
    @Nullable Integer durationMs,
    @Nullable Isrc isrc,
    @Nullable Integer popularity,
    JsonNode source) {

  Described(String title, List<Credit> artists, @Nullable String album, JsonNode source) {
    this(title, artists, album, null, null, null, source);
  }

  static List<Credit> artist(@Nullable String name) {
    return name == null ? List.of() : List.of(new Credit(null, name));
  }

  Track track(ItemKey key) {
    return new Track(
        key, title, artists, null, album, null, durationMs, isrc, null, null, url(key), metadata());
  }

  /** A track that no provider names: its words are its identity. */
  Track track() {
    return track(wordKey(Kind.TRACK, artistName(), title, album));
  }

  Album album(ItemKey key) {
    return new Album(key, title, artists, null, null, null, null, null, url(key), metadata());
  }

  Artist artist(ItemKey key) {
    return new Artist(key, title, null, null, url(key), metadata());
  }

  private String artistName() {
    return artists.stream().map(Credit::name).collect(Collectors.joining(", "));
  }

  private Metadata metadata() {
    return Description.of(source, Set.of("Popularity"), popularity, null);
  }

  private static @Nullable String url(ItemKey key) {
    return key.provider().equals(SpotifyUri.SPOTIFY)
        ? "https://open.spotify.com/" + key.kind().label() + "/" + key.id()
        : null;
  }

  /**
   * The identity of something that has no id, from the words for it: the same for spellings that
   * differ only in case, blanks and Unicode form, in whatever kind of file they stand.
   */
  static ItemKey wordKey(Kind kind, @Nullable String... words) {
    var text = new StringBuilder();
    for (var word : words) {
      text.append(word == null ? "" : normal(word)).append('\n');
    }
    return new ItemKey(
        ProviderId.FILE, kind, ContentHash.of(text.toString()).hex().substring(0, 32));
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }
}
