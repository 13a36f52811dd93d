package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.item.Item;
import io.blendify.core.item.ItemKey;
import io.blendify.core.item.Kind;
import io.blendify.core.sync.Resource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The library of Spotify's account data, {@code YourLibrary.json}: what is saved, without dates.
 */
@Singleton
final class SpotifyLibrary implements Format {

  private static final Pattern START =
      Pattern.compile(
          "\\s*\\{\\s*\"(tracks|albums|artists|shows|episodes|bannedTracks|bannedArtists|other)\""
              + "\\s*:\\s*\\[(?s).*");
  private static final Pattern SPOTIFY = Pattern.compile("\"uri\"\\s*:\\s*\"spotify:");
  private static final Set<String> LISTS =
      Set.of("tracks", "albums", "artists", "shows", "episodes");

  @Override
  public FileFormat format() {
    return FileFormat.SPOTIFY_ACCOUNT_DATA;
  }

  @Override
  public boolean recognises(Sample sample) {
    return START.matcher(sample.text()).matches()
        && (SPOTIFY.matcher(sample.text()).find() || sample.hasMembers("bannedTracks"));
  }

  @Override
  public void read(Part part, Findings findings) throws IOException {
    JsonPart.each(part, LISTS, findings, json -> take(json, findings));
  }

  private static void take(JsonRecord json, Findings findings) throws Skip {
    var entry = Entry.of(json);
    switch (json.key()) {
      case "tracks" -> findings.member(Resource.SAVED_TRACKS, new Member(track(entry), null));
      case "albums" -> findings.member(Resource.SAVED_ALBUMS, new Member(album(entry), null));
      case "artists" -> findings.member(Resource.FOLLOWED_ARTISTS, new Member(artist(entry), null));
      default -> throw new Skip(Skip.PODCAST);
    }
  }

  private static Item track(Entry entry) throws Skip {
    var described = described(entry, "track", entry.text("album"));
    var key = SpotifyUri.parse(entry.text("uri"), Kind.TRACK);
    return key == null ? described.track() : described.track(key);
  }

  private static Item album(Entry entry) throws Skip {
    return described(entry, "album", null).album(key(entry, Kind.ALBUM));
  }

  private static Item artist(Entry entry) throws Skip {
    return described(entry, "name", null).artist(key(entry, Kind.ARTIST));
  }

  private static Described described(Entry entry, String title, @Nullable String album)
      throws Skip {
    var name = entry.text(title);
    if (name == null) {
      throw new Skip(Skip.NO_TRACK);
    }
    return new Described(
        name, Described.artist(entry.text("artist")), album, entry.without(Set.of()));
  }

  private static ItemKey key(Entry entry, Kind kind) throws Skip {
    var key = SpotifyUri.parse(entry.text("uri"), kind);
    if (key == null) {
      throw new Skip(Skip.UNREADABLE);
    }
    return key;
  }
}
