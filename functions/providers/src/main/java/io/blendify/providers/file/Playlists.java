package io.blendify.providers.file;

import io.blendify.core.file.FileFormat;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.item.Item;
import io.blendify.core.item.Kind;
import io.blendify.core.item.Playlist;
import io.blendify.providers.json.Description;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes playlists of what exports tell. No export gives a playlist's id, so its name is its
 * identity: a later export of the same playlist is a later version of it. A second playlist of the
 * same name in one file counts as the second of that name.
 */
final class Playlists {

  static final int MOST_PLACES = 50_000;

  private final Map<String, Integer> named = new HashMap<>();

  static Playlists of(Findings findings) {
    return findings.notes(Playlists.class, Playlists::new);
  }

  Playlist head(
      FileFormat format, String name, @Nullable String description, int places, JsonNode source) {
    var occurrence = named.merge(format.label() + "\n" + name, 1, Integer::sum);
    return new Playlist(
        Described.wordKey(
            Kind.PLAYLIST, format.label(), name, occurrence == 1 ? null : "" + occurrence),
        name,
        description,
        null,
        places,
        null,
        null,
        null,
        null,
        null,
        Description.of(source));
  }

  static JsonNode source(String name) {
    return JsonNode.createObjectNode(Map.of("name", JsonNode.createStringNode(name)));
  }

  /** The places of one playlist while it is read. */
  static final class Content {

    private final List<Placed> places = new ArrayList<>();

    void add(Item item, @Nullable Instant addedAt, @Nullable String addedBy) throws Skip {
      if (places.size() == MOST_PLACES) {
        throw new Skip(Skip.TOO_LONG);
      }
      places.add(new Placed(item, addedAt, addedBy));
    }

    List<Placed> places() {
      return places;
    }
  }
}
