package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.world.Media;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.Playlist;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Playlists and their entries in the provider's words: {@code items} and {@code item}, {@code
 * tracks} and {@code track}.
 */
final class PlaylistWire {

  private final Shape shape;
  private final Wire wire;

  PlaylistWire(Shape shape, Wire wire) {
    this.shape = shape;
    this.wire = wire;
  }

  /**
   * A playlist as lists carry it.
   *
   * @param request the number that makes the snapshot id of a generated playlist another one each
   *     time
   */
  ObjectNode simplified(Playlist playlist, long request) {
    var json = head(playlist, request);
    if (shape.hasNew()) {
      reference(json.putObject("items"), playlist, "items");
    }
    if (shape.hasOld()) {
      reference(json.putObject("tracks"), playlist, "tracks");
    }
    return json;
  }

  /**
   * A playlist without its contents; the caller adds the first page where the person may read it.
   */
  ObjectNode head(Playlist playlist, long request) {
    var json = Json.object();
    json.put("collaborative", playlist.kind() == Playlist.Kind.COLLABORATIVE);
    json.put("description", playlist.description());
    json.put("name", playlist.name());
    json.set("owner", owner(playlist.owner()));
    json.put("public", playlist.isPublic());
    json.putNull("primary_color");
    json.put("snapshot_id", snapshot(playlist, request));
    var images = playlist.entries().isEmpty() ? null : Wire.images(playlist.id(), 640);
    if (images == null && playlist.kind() == Playlist.Kind.OWN) {
      json.putNull("images");
    } else {
      json.set("images", images == null ? Json.array(List.of()) : images);
    }
    return Wire.identity(json, "playlist", playlist.id());
  }

  /**
   * The version of a playlist: another one after each edit, and for a generated one at each
   * request.
   */
  static String snapshot(Playlist playlist, long request) {
    long salt = playlist.kind() == Playlist.Kind.GENERATED ? request : 0;
    var text = playlist.revision() + ":" + salt + ":" + playlist.id();
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * One place of a playlist.
   *
   * @param episodes whether the caller asked for episodes as such; otherwise they are sent in a
   *     form like a track's
   */
  ObjectNode entry(Playlist.Entry entry, boolean episodes) {
    var json = Json.object();
    json.put("added_at", entry.addedAt() == null ? null : Wire.seconds(entry.addedAt()));
    if (entry.addedBy() == null) {
      json.putNull("added_by");
    } else {
      json.set("added_by", Wire.identity(Json.object(), "user", entry.addedBy()));
    }
    json.put("is_local", entry.media() instanceof Media.LocalFile);
    json.putNull("primary_color");
    json.putObject("video_thumbnail").putNull("url");
    var media = entry.media() == null ? null : media(entry.media(), episodes);
    if (shape.hasNew()) {
      json.set("item", media);
    }
    if (shape.hasOld()) {
      json.set("track", media == null ? null : media.deepCopy());
    }
    return json;
  }

  ObjectNode media(Media media, boolean episodes) {
    return switch (media) {
      case Media.OfCatalog(var track) -> wire.track(track).put("track", true).put("episode", false);
      case Media.LocalFile file -> local(file);
      case Media.Episode episode -> episodes ? episode(episode) : episodeLikeTrack(episode);
    };
  }

  private static ObjectNode local(Media.LocalFile file) {
    var json =
        Json.object().putNull("id").putNull("href").put("type", "track").put("is_local", true);
    json.put("name", file.title()).put("duration_ms", file.durationMs()).put("explicit", false);
    json.put("disc_number", 0).put("track_number", 0).put("track", true).put("episode", false);
    json.putNull("preview_url").putObject("external_ids");
    json.putObject("external_urls");
    var artist = json.putArray("artists").addObject().putNull("id").put("name", file.artist());
    artist.put("type", "artist").putNull("uri").putNull("href").putObject("external_urls");
    var album =
        json.putObject("album").putNull("id").put("name", file.album()).putNull("album_type");
    album.put("type", "album").putNull("uri").putNull("href").putNull("release_date");
    album.putNull("release_date_precision").putArray("images");
    album.putObject("external_urls");
    album.putArray("artists");
    var seconds = file.durationMs() / 1000;
    json.put(
        "uri",
        "spotify:local:"
            + plus(file.artist())
            + ":"
            + plus(file.album())
            + ":"
            + plus(file.title())
            + ":"
            + seconds);
    return json;
  }

  private ObjectNode episode(Media.Episode episode) {
    var json = episodeBasics(episode);
    json.putNull("audio_preview_url")
        .put("description", "A talk")
        .put("html_description", "<p>A talk</p>");
    json.set("images", Wire.images(episode.id(), 640));
    json.put("is_externally_hosted", false)
        .put("is_playable", true)
        .putArray("languages")
        .add("de");
    json.put("language", "de")
        .put("release_date", episode.releaseDate())
        .put("release_date_precision", "day");
    var show =
        json.putObject("show").put("name", episode.showName()).put("description", "On music");
    show.put("html_description", "<p>On music</p>")
        .put("explicit", false)
        .put("is_externally_hosted", false);
    show.put("media_type", "audio").put("total_episodes", 7).putArray("languages").add("de");
    show.putArray("copyrights");
    show.set("images", Wire.images(episode.showId(), 640));
    if (shape.hasOld()) {
      show.put("publisher", "Radio Nirgends").putArray("available_markets").add("DE");
    }
    Wire.identity(show, "show", episode.showId());
    return json;
  }

  private static ObjectNode episodeLikeTrack(Media.Episode episode) {
    var json =
        episodeBasics(episode).put("is_local", false).put("disc_number", 0).put("track_number", 0);
    json.putObject("external_ids").put("spotify", "spotify:episode:" + episode.id());
    json.putNull("preview_url");
    json.putArray("artists")
        .addObject()
        .put("name", "Radio Nirgends")
        .put("type", "podcast")
        .putNull("id");
    var album = json.putObject("album").put("name", episode.showName()).put("album_type", "show");
    album.put("release_date", episode.releaseDate()).put("release_date_precision", "day");
    album.set("images", Wire.images(episode.showId(), 640));
    Wire.identity(album, "show", episode.showId());
    return json;
  }

  private static ObjectNode episodeBasics(Media.Episode episode) {
    var json = Json.object().put("name", episode.name()).put("duration_ms", episode.durationMs());
    json.put("explicit", false).put("track", false).put("episode", true);
    return Wire.identity(json, "episode", episode.id());
  }

  private static ObjectNode owner(@Nullable Person owner) {
    if (owner == null) {
      return Wire.identity(Json.object().put("display_name", "Spotify"), "user", "spotify");
    }
    return Wire.identity(
        Json.object().put("display_name", owner.displayName()), "user", owner.id());
  }

  private static void reference(ObjectNode json, Playlist playlist, String path) {
    json.put("href", Wire.API + "playlists/" + playlist.id() + "/" + path)
        .put("total", playlist.entries().size());
  }

  private static String plus(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
