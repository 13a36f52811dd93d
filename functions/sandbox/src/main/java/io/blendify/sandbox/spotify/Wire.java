package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.world.Album;
import io.blendify.sandbox.world.Artist;
import io.blendify.sandbox.world.Chance;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.Play;
import io.blendify.sandbox.world.Revisions;
import io.blendify.sandbox.world.Track;
import io.blendify.sandbox.world.World;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The world in the provider's words. Addresses inside of objects are those of the real provider, so
 * that an object is the same whatever port the fake listens on.
 */
final class Wire {

  static final String API = "https://api.spotify.com/v1/";
  private static final String OPEN = "https://open.spotify.com/";
  private static final List<String> MARKETS =
      List.of("BR", "DE", "ES", "FR", "GB", "JP", "NG", "PL", "SE", "US");

  private final Revisions revisions;
  private final Shape shape;
  private final Instant now;

  Wire(World world, Shape shape, Instant now) {
    this.revisions = world.revisions();
    this.shape = shape;
    this.now = now;
  }

  ObjectNode track(Track track) {
    var json = Json.object();
    json.set("album", album(track.album()));
    trackBasics(json, track);
    var ids = json.putObject("external_ids");
    if (track.isrc() != null) {
      ids.put("isrc", track.isrc());
    }
    if (shape.hasOld()) {
      json.put("popularity", drifting(track.popularity(), track.id()));
    }
    return json;
  }

  /** A track inside of an album: no album and no external_ids. */
  ObjectNode simplifiedTrack(Track track) {
    return trackBasics(Json.object(), track);
  }

  private ObjectNode trackBasics(ObjectNode json, Track track) {
    json.set("artists", artists(track.artists()));
    if (shape.hasOld()) {
      markets(json);
    }
    json.put("disc_number", track.disc());
    json.put("duration_ms", track.durationMs());
    json.put("explicit", track.explicit());
    json.put("is_local", false);
    json.put("name", revisions.of(track, now).name());
    json.putNull("preview_url");
    json.put("track_number", track.number());
    return identity(json, "track", track.id());
  }

  ObjectNode album(Album made) {
    var album = revisions.of(made, now);
    var json = Json.object();
    json.put("album_type", album.kind().wire());
    json.set("artists", artists(album.artists()));
    if (shape.hasOld()) {
      markets(json);
    }
    json.set("images", cover(album));
    json.put("name", album.name());
    json.put("release_date", album.releaseDate());
    json.put("release_date_precision", album.precision());
    json.put("total_tracks", album.totalTracks());
    return identity(json, "album", album.id());
  }

  private static ArrayNode cover(Album album) {
    return album.cover() == 0
        ? Json.array(List.of())
        : images(album.id() + ":" + album.cover(), 640, 300, 64);
  }

  ObjectNode fullAlbum(Album album, List<Track> tracks) {
    var json = album(album);
    var year = album.releaseDate().substring(0, 4);
    json.putArray("copyrights")
        .addObject()
        .put("text", year + " " + album.label())
        .put("type", "C");
    json.putObject("external_ids").put("upc", album.upc());
    json.putArray("genres");
    if (shape.hasOld()) {
      json.put("label", album.label());
      json.put("popularity", drifting(album.popularity(), album.id()));
    }
    var page = json.putObject("tracks");
    page.put("href", API + "albums/" + album.id() + "/tracks?offset=0&limit=50");
    page.set("items", Json.array(tracks.stream().limit(50).map(this::simplifiedTrack).toList()));
    page.put("limit", 50);
    if (tracks.size() > 50) {
      page.put("next", API + "albums/" + album.id() + "/tracks?offset=50&limit=50");
    } else {
      page.putNull("next");
    }
    page.put("offset", 0).putNull("previous").put("total", tracks.size());
    return json;
  }

  ObjectNode artist(Artist made) {
    var artist = revisions.of(made, now);
    var json = Json.object();
    json.set("images", images(artist.id() + ":" + artist.picture(), 640, 320, 160));
    json.put("name", artist.name());
    if (shape.hasOld()) {
      json.putObject("followers").putNull("href").put("total", followers(artist));
      artist.genres().forEach(json.withArray("/genres")::add);
      json.put("popularity", drifting(artist.popularity(), artist.id()));
    }
    return identity(json, "artist", artist.id());
  }

  ObjectNode me(Person person) {
    var json = Json.object();
    if (shape.hasNew()) {
      json.put("account_id", person.accountId());
    }
    json.put("display_name", person.displayName());
    json.set("images", person.index() % 3 == 1 ? Json.array(List.of()) : images(person.id(), 300));
    if (shape.hasOld()) {
      json.put("country", person.country());
      json.put("email", person.key() + "@listener.invalid");
      json.putObject("explicit_content").put("filter_enabled", false).put("filter_locked", false);
      json.putObject("followers").putNull("href").put("total", person.index() * 3);
      json.put("product", "premium");
    }
    return identity(json, "user", person.id());
  }

  ObjectNode play(Play play) {
    var json = Json.object();
    json.set("track", track(play.track()));
    json.put("played_at", millis(play.at()));
    var context = play.context();
    if (context == null) {
      json.putNull("context");
    } else {
      var id = context.uri().substring(context.uri().lastIndexOf(':') + 1);
      var path = context.type().equals("collection") ? "me/tracks" : context.type() + "s/" + id;
      json.putObject("context")
          .put("type", context.type())
          .put("uri", context.uri())
          .put("href", API + path)
          .putObject("external_urls")
          .put(
              "spotify",
              OPEN
                  + (context.type().equals("collection")
                      ? "collection"
                      : context.type() + "/" + id));
    }
    return json;
  }

  ObjectNode saved(String name, ObjectNode what, Instant at) {
    return Json.object().put("added_at", seconds(at)).set(name, what);
  }

  /** Type, id and the addresses that every object of the provider has. */
  static ObjectNode identity(ObjectNode json, String type, String id) {
    json.put("id", id).put("type", type).put("uri", "spotify:" + type + ":" + id);
    json.put("href", API + type + "s/" + id);
    json.putObject("external_urls").put("spotify", OPEN + type + "/" + id);
    return json;
  }

  static ArrayNode images(String of, int... sizes) {
    var images = Json.array(List.of());
    for (int size : sizes) {
      var name = Long.toHexString(Chance.hash(size, of));
      images
          .addObject()
          .put("url", "https://i.scdn.co/image/" + name)
          .put("height", size)
          .put("width", size);
    }
    return images;
  }

  static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Three digits of milliseconds, always. */
  static String millis(Instant at) {
    return seconds(at).replace("Z", ".%03dZ".formatted(at.get(ChronoField.MILLI_OF_SECOND)));
  }

  private ArrayNode artists(List<Artist> artists) {
    return Json.array(
        artists.stream()
            .map(
                artist -> identity(Json.object().put("name", artist.name()), "artist", artist.id()))
            .toList());
  }

  private static void markets(ObjectNode json) {
    var markets = json.putArray("available_markets");
    MARKETS.forEach(markets::add);
  }

  /** Popularity moves by itself: in slow waves, and by one from day to day. */
  private int drifting(int popularity, String id) {
    long day = daysSinceBeginning();
    double wave = Math.sin(Math.TAU * (day / 60.0 + Chance.unit(0, id)));
    int flicker = Chance.unit(day, id) < 0.3 ? 1 : 0;
    return Math.clamp(popularity + Math.round(3 * wave) + flicker, 0, 100);
  }

  /** Some more each day; never fewer than none. */
  private long followers(Artist artist) {
    double aDay = (artist.followers() / 3_000.0 + 2) * Chance.unit(1, artist.id());
    return Math.max(0, artist.followers() + Math.round(aDay * daysSinceBeginning()));
  }

  private long daysSinceBeginning() {
    return ChronoUnit.DAYS.between(World.BEGINNING, now);
  }
}
