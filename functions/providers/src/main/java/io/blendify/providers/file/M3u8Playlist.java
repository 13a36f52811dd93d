package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * An M3U8 playlist of tracks (not of HTTP Live Streaming's segments). Its name is that of {@code
 * #PLAYLIST}, else the file's.
 */
@Singleton
final class M3u8Playlist implements Format {

  @Override
  public FileFormat format() {
    return FileFormat.M3U8;
  }

  @Override
  public boolean recognises(Sample sample) {
    return (sample.firstLine().startsWith("#EXTM3U") || sample.firstLine().startsWith("#EXTINF:"))
        && !sample.text().contains("#EXT-X-");
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    var playlist = new M3u8Lines(part.title());
    Lines.each(part, findings, (line, _) -> playlist.take(line));
    var places = playlist.content().places();
    var name = playlist.name();
    findings.playlist(
        Playlists.of(findings).head(format(), name, null, places.size(), Playlists.source(name)),
        places);
  }
}
