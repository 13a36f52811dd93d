package io.blendify.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.blendify.sandbox.world.Artist;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.Play;
import io.blendify.sandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The file that Spotify would send a person who asks for their extended streaming history. */
final class HistoryFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private HistoryFile() {}

  /** A zip as the service packs it: one JSON array of plays, the oldest first. */
  static byte[] of(World world, Person person, Instant until, int plays) throws IOException {
    var entries =
        world.plays(person, until, plays).reversed().stream().map(HistoryFile::entry).toList();
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(
          new ZipEntry("Spotify Extended Streaming History/Streaming_History_Audio_2026_0.json"));
      zip.write(JSON.writeValueAsBytes(entries));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static Map<String, Object> entry(Play play) {
    var track = play.track();
    var entry = new LinkedHashMap<String, Object>();
    entry.put("ts", play.at().truncatedTo(ChronoUnit.SECONDS).toString());
    entry.put("ms_played", track.durationMs());
    entry.put("master_metadata_track_name", track.name());
    entry.put("master_metadata_album_artist_name", artist(track.artists()));
    entry.put("master_metadata_album_album_name", track.album().name());
    entry.put("spotify_track_uri", "spotify:track:" + track.id());
    entry.put("episode_name", null);
    entry.put("skipped", false);
    entry.put("incognito_mode", false);
    return entry;
  }

  private static String artist(List<Artist> artists) {
    return artists.getFirst().name();
  }
}
