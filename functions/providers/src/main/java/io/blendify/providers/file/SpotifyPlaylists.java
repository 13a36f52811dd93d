package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.item.Item;
import io.blendify.core.item.Kind;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The playlists of Spotify's account data, {@code Playlist*.json}. */
@Singleton
final class SpotifyPlaylists implements Format {

  private static final Pattern START =
      Pattern.compile("\\s*\\{\\s*\"playlists\"\\s*:\\s*\\[(?s).*");

  /** Changes whenever a track is added: it says nothing about what the playlist is. */
  private static final Set<String> NOT_ABOUT_IT =
      Set.of("items", "lastModifiedDate", "numberOfFollowers");

  @Override
  public FileFormat format() {
    return FileFormat.SPOTIFY_ACCOUNT_DATA;
  }

  @Override
  public boolean recognises(Sample sample) {
    return START.matcher(sample.text()).matches();
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    JsonPart.each(part, Set.of("playlists"), findings, json -> playlist(part, json, findings));
  }

  private void playlist(Part part, JsonRecord json, Findings findings) throws Skip {
    var entry = Entry.of(json);
    var name = entry.required("name");
    var content = new Playlists.Content();
    int number = 0;
    for (var item : entry.list("items")) {
      number++;
      try {
        add(content, Entry.of(item));
      } catch (Skip skip) {
        findings.skip(skip.reason(), Place.entry(part, json) + ", item " + number);
      }
    }
    var head =
        Playlists.of(findings)
            .head(
                format(),
                name,
                entry.text("description"),
                content.places().size(),
                entry.without(NOT_ABOUT_IT));
    findings.playlist(head, content.places());
  }

  private static void add(Playlists.Content content, Entry item) throws Skip {
    content.add(item(item), Times.orNull(item.text("addedDate")), null);
  }

  private static Item item(Entry item) throws Skip {
    var track = item.inside("track");
    if (track != null) {
      return track(track);
    }
    if (item.has("episode")) {
      throw new Skip(Skip.PODCAST);
    }
    if (item.has("audiobook")) {
      throw new Skip(Skip.AUDIOBOOK);
    }
    return local(item.get("localTrack"));
  }

  private static Item track(Entry track) throws Skip {
    var title = track.text("trackName");
    if (title == null) {
      throw new Skip(Skip.NO_TRACK);
    }
    var described =
        new Described(
            title,
            Described.artist(track.text("artistName")),
            track.text("albumName"),
            track.without(Set.of()));
    var key = SpotifyUri.parse(track.text("trackUri"), Kind.TRACK);
    return key == null ? described.track() : described.track(key);
  }

  private static Item local(@Nullable JsonNode local) throws Skip {
    var uri =
        local != null && local.isObject()
            ? new Entry(local).text("uri")
            : local != null && local.isString() ? local.getStringValue() : null;
    var described = SpotifyLocal.parse(uri);
    if (described == null) {
      throw new Skip(Skip.NO_TRACK);
    }
    return described.track();
  }
}
