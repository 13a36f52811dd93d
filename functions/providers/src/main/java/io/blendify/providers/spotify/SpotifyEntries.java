package io.blendify.providers.spotify;

import static io.blendify.providers.json.JsonFields.instant;
import static io.blendify.providers.json.JsonFields.object;
import static io.blendify.providers.json.JsonFields.text;

import io.blendify.core.history.Observation;
import io.blendify.core.history.Observation.Member;
import io.blendify.core.history.Observation.Placed;
import io.blendify.core.history.Observation.Played;
import io.blendify.core.item.Item;
import io.blendify.core.item.Kind;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns one entry of a page into an observation. A place of a list is kept whatever stands on it; a
 * member or a play that cannot be named is null, which means skipped.
 */
final class SpotifyEntries {

  /** A place of which nothing is known but that it is taken. */
  static final Placed EMPTY_PLACE = new Placed(null, null, null);

  private SpotifyEntries() {}

  static Observation ranked(@Nullable Item item) {
    return item == null ? EMPTY_PLACE : new Placed(item, null, null);
  }

  static Observation playlistEntry(JsonNode entry) {
    var media = entry.isObject() ? SpotifyItems.either(entry, "item", "track") : null;
    return new Placed(
        SpotifyItems.track(media),
        instant(entry, "added_at"),
        text(object(entry, "added_by"), "id"));
  }

  /** An entry that wraps the item with the time it was saved. */
  static @Nullable Observation saved(
      JsonNode entry, String name, Function<@Nullable JsonNode, ? extends @Nullable Item> item) {
    return member(item.apply(object(entry, name)), instant(entry, "added_at"));
  }

  static @Nullable Observation member(@Nullable Item item, @Nullable Instant since) {
    return item == null ? null : new Member(item, since);
  }

  /** Episodes are no plays of music; a play without a time cannot be told from another. */
  static @Nullable Played play(JsonNode entry) {
    var track = SpotifyItems.track(object(entry, "track"));
    var playedAt = instant(entry, "played_at");
    return track == null || playedAt == null || track.key().kind() == Kind.EPISODE
        ? null
        : new Played(track, playedAt, null, text(object(entry, "context"), "uri"), null);
  }
}
