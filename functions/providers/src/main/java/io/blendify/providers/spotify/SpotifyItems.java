package io.blendify.providers.spotify;

import static io.blendify.providers.json.JsonFields.array;
import static io.blendify.providers.json.JsonFields.bool;
import static io.blendify.providers.json.JsonFields.integer;
import static io.blendify.providers.json.JsonFields.longInteger;
import static io.blendify.providers.json.JsonFields.object;
import static io.blendify.providers.json.JsonFields.text;
import static io.blendify.providers.json.JsonFields.texts;
import static java.util.Objects.requireNonNullElse;

import io.blendify.core.Isrc;
import io.blendify.core.ProviderId;
import io.blendify.core.item.Album;
import io.blendify.core.item.Artist;
import io.blendify.core.item.Credit;
import io.blendify.core.item.ItemKey;
import io.blendify.core.item.Kind;
import io.blendify.core.item.Metadata;
import io.blendify.core.item.Playlist;
import io.blendify.core.item.Track;
import io.blendify.providers.json.Description;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns Spotify's objects into ours. Each method answers null for what cannot be named: no object,
 * no id, or of a type that we do not know. Nothing but that is needed.
 */
final class SpotifyItems {

  static final ProviderId SPOTIFY = new ProviderId("spotify");

  /** Generated playlists show another one each time. */
  private static final Set<String> PLAYLIST_VERSION = Set.of("snapshot_id");

  /** Longer than any id; the uri of a local file is made of its tags and can be of any length. */
  private static final int LONGEST_ID = 1_000;

  private SpotifyItems() {}

  /** A track, a local file (its uri is its id) or an episode. */
  static @Nullable Track track(@Nullable JsonNode json) {
    var kind = kind(json);
    var key = kind == null ? null : key(kind, json);
    if (json == null || key == null) {
      return null;
    }
    var album = object(json, key.kind() == Kind.EPISODE ? "show" : "album");
    return new Track(
        key,
        name(json),
        credits(json),
        key.kind() == Kind.EPISODE ? null : text(album, "id"),
        text(album, "name"),
        art(json, album),
        positive(integer(json, "duration_ms")),
        Isrc.parse(text(object(json, "external_ids"), "isrc")),
        bool(json, "explicit"),
        text(key.kind() == Kind.EPISODE ? json : album, "release_date"),
        link(json),
        metadata(json, Set.of()));
  }

  static @Nullable Artist artist(@Nullable JsonNode json) {
    var key = key(Kind.ARTIST, json);
    return json == null || key == null
        ? null
        : new Artist(
            key,
            name(json),
            SpotifyImages.widest(array(json, "images")),
            texts(json, "genres"),
            link(json),
            metadata(json, Set.of()));
  }

  static @Nullable Album album(@Nullable JsonNode json) {
    var key = key(Kind.ALBUM, json);
    return json == null || key == null
        ? null
        : new Album(
            key,
            name(json),
            credits(json),
            SpotifyImages.widest(array(json, "images")),
            text(json, "album_type"),
            text(json, "release_date"),
            integer(json, "total_tracks"),
            texts(json, "genres"),
            link(json),
            metadata(json, Set.of()));
  }

  /** Without {@code items} and {@code tracks} its content is withheld, which is not empty. */
  static @Nullable Playlist playlist(@Nullable JsonNode json) {
    var key = key(Kind.PLAYLIST, json);
    if (json == null || key == null) {
      return null;
    }
    var owner = object(json, "owner");
    return new Playlist(
        key,
        name(json),
        text(json, "description"),
        SpotifyImages.widest(array(json, "images")),
        integer(either(json, "items", "tracks"), "total"),
        bool(json, "public"),
        text(owner, "id"),
        text(owner, "display_name"),
        link(json),
        text(json, "snapshot_id"),
        metadata(json, PLAYLIST_VERSION));
  }

  /**
   * What stands under the new name or else under the old one, where it is an object. The type
   * decides: inside a playlist's track a boolean is called {@code track} too.
   */
  static @Nullable JsonNode either(JsonNode json, String newName, String oldName) {
    var found = object(json, newName);
    return found == null ? object(json, oldName) : found;
  }

  /** Every place where we ask for a track allows for one without a type. */
  private static @Nullable Kind kind(@Nullable JsonNode json) {
    return switch (requireNonNullElse(text(json, "type"), "track")) {
      case "track" -> Kind.TRACK;
      case "episode" -> Kind.EPISODE;
      default -> null;
    };
  }

  private static @Nullable ItemKey key(Kind kind, @Nullable JsonNode json) {
    var id = text(json, "id");
    var name = id == null || id.isBlank() ? text(json, "uri") : id;
    return name == null || name.isBlank() || name.length() > LONGEST_ID
        ? null
        : new ItemKey(SPOTIFY, kind, name);
  }

  private static String name(JsonNode json) {
    return requireNonNullElse(text(json, "name"), "");
  }

  private static List<Credit> credits(JsonNode json) {
    return requireNonNullElse(array(json, "artists"), List.<JsonNode>of()).stream()
        .filter(artist -> text(artist, "name") != null || text(artist, "id") != null)
        .map(artist -> new Credit(text(artist, "id"), name(artist)))
        .toList();
  }

  private static @Nullable String art(JsonNode json, @Nullable JsonNode album) {
    var own = SpotifyImages.widest(array(json, "images"));
    return own == null ? SpotifyImages.widest(array(album, "images")) : own;
  }

  private static @Nullable String link(JsonNode json) {
    return text(object(json, "external_urls"), "spotify");
  }

  private static @Nullable Integer positive(@Nullable Integer number) {
    return number == null || number < 1 ? null : number;
  }

  private static Metadata metadata(JsonNode json, Set<String> alsoDrifting) {
    var popularity = integer(json, "popularity");
    return Description.of(
        json,
        alsoDrifting,
        popularity == null || popularity < 0 || popularity > 100 ? null : popularity,
        longInteger(object(json, "followers"), "total"));
  }
}
