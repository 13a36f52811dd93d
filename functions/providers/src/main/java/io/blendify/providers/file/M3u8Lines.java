package io.blendify.providers.file;

import io.blendify.core.item.Kind;
import io.blendify.core.item.Track;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lines of one M3U8 file have said so far. */
final class M3u8Lines {

  /** {@code #EXTINF:<seconds> <attributes>,<artist> - <title>}. */
  private static final Pattern INFO =
      Pattern.compile("#EXTINF:\\s*(-?[0-9]{1,6})(?:\\.[0-9]*)?(?:\\s[^,]*)?,(.*)");

  private final Playlists.Content content = new Playlists.Content();
  private String name;
  private @Nullable String album;
  private @Nullable String artist;
  private @Nullable String info;
  private @Nullable Integer durationMs;

  M3u8Lines(String fileTitle) {
    this.name = fileTitle;
  }

  String name() {
    return name;
  }

  Playlists.Content content() {
    return content;
  }

  void take(String line) throws Skip {
    if (!line.startsWith("#")) {
      location(line);
    } else if (line.startsWith("#EXTINF:")) {
      info(line);
    } else if (line.startsWith("#PLAYLIST:")) {
      var given = value(line);
      name = given == null ? name : given;
    } else if (line.startsWith("#EXTALB:")) {
      album = value(line);
    } else if (line.startsWith("#EXTART:")) {
      artist = value(line);
    }
  }

  private static @Nullable String value(String line) throws Skip {
    return Entry.storable(line.substring(line.indexOf(':') + 1));
  }

  private void info(String line) throws Skip {
    var match = INFO.matcher(line);
    if (!match.matches()) {
      throw new Skip(Skip.UNREADABLE);
    }
    var seconds = Integer.parseInt(match.group(1));
    durationMs = seconds > 0 && seconds <= 86_400 ? Integer.valueOf(seconds * 1000) : null;
    info = Entry.storable(match.group(2));
  }

  /** The line after what was said about it. Album and artist hold for what follows, too. */
  private void location(String location) throws Skip {
    try {
      content.add(track(location), null, null);
    } finally {
      info = null;
      durationMs = null;
    }
  }

  private Track track(String location) throws Skip {
    var words = info == null ? lastName(location) : info;
    var dash = words.indexOf(" - ");
    var who = dash < 0 ? artist : Entry.storable(words.substring(0, dash));
    var title = Entry.storable(dash < 0 ? words : words.substring(dash + 3));
    var key = SpotifyUri.parse(location, Kind.TRACK);
    if (title == null || (who == null && key == null)) {
      throw new Skip(Skip.NO_TRACK);
    }
    var described =
        new Described(
            title, Described.artist(who), album, durationMs, null, null, source(who, title));
    return key == null ? described.track() : described.track(key);
  }

  /** {@code Artist - Title.mp3} is how people name their files. */
  private static String lastName(String location) {
    var last =
        location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
    return last.replaceFirst("\\.[A-Za-z0-9]{2,4}$", "");
  }

  /** Without the location: it is a path on somebody's disk. */
  private JsonNode source(@Nullable String who, String title) {
    var source = new LinkedHashMap<String, JsonNode>();
    source.put("title", JsonNode.createStringNode(title));
    put(source, "artist", who);
    put(source, "album", album);
    if (durationMs != null) {
      source.put("duration_ms", JsonNode.createNumberNode(durationMs));
    }
    return JsonNode.createObjectNode(source);
  }

  private static void put(
      LinkedHashMap<String, JsonNode> source, String name, @Nullable String text) {
    if (text != null) {
      source.put(name, JsonNode.createStringNode(text));
    }
  }
}
