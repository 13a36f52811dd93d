package io.blendify.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A playlist as it is at one moment.
 *
 * @param owner null for playlists that the provider itself makes, whose contents nobody gets
 * @param isPublic null where the question is not relevant
 * @param collaborators ids of people other than the owner who may edit it
 * @param kind how it came to be
 * @param revision counts its edits, so that equal revisions mean equal contents
 */
public record Playlist(
    String id,
    @Nullable Person owner,
    String name,
    String description,
    @Nullable Boolean isPublic,
    Set<String> collaborators,
    Kind kind,
    int revision,
    List<Entry> entries) {

  /** How a playlist came to be. */
  public enum Kind {
    /** Made by its owner. */
    OWN,
    /** Made by its owner, who lets others edit it. */
    COLLABORATIVE,
    /**
     * Put together for its owner by the provider; its snapshot id is another one at each request.
     */
    GENERATED,
    /** Made by the provider for everybody: in people's lists, and 404 when asked for. */
    OF_PROVIDER
  }

  /**
   * One place of a playlist.
   *
   * @param addedAt null in very old playlists
   * @param addedBy id of a person; null in very old playlists
   * @param media null when the track is no longer available
   */
  public record Entry(@Nullable Instant addedAt, @Nullable String addedBy, @Nullable Media media) {}

  public Playlist {
    collaborators = Set.copyOf(collaborators);
    entries = List.copyOf(entries);
  }

  /** Whether the person may read what is in it. */
  public boolean isOpenTo(Person person) {
    return owner != null && (owner.id().equals(person.id()) || collaborators.contains(person.id()));
  }

  /** The id of a person's n-th playlist, which is known before there is one. */
  static String idOf(long seed, Person owner, int n) {
    return Chance.base62(22, seed, "playlist", owner.key(), n);
  }
}
