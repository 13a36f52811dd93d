package io.blendify.store.taste;

import java.util.List;
import java.util.Map;

/**
 * The rows of one person's history from which a profile is made. History only grows, so these name
 * them for good: read again later, they give the same profile, whatever came since.
 *
 * @param lists ids of the list versions that were the newest
 * @param memberships up to which row each set was read
 * @param plays up to which row the plays of each provider were read
 * @param owners by provider, how it names the person as owner of playlists
 * @param without what the person took out of it then
 */
public record TasteInputs(
    List<Watermark> memberships,
    List<Watermark> plays,
    List<Long> lists,
    Map<String, String> owners,
    Without without) {

  public static final TasteInputs NONE =
      new TasteInputs(List.of(), List.of(), List.of(), Map.of(), Without.NOTHING);

  public TasteInputs {
    memberships = List.copyOf(memberships);
    plays = List.copyOf(plays);
    lists = List.copyOf(lists);
    owners = Map.copyOf(owners);
  }

  /** The same rows without other things. */
  public TasteInputs without(Without other) {
    return new TasteInputs(memberships, plays, lists, owners, other);
  }

  /** Whether there is nothing to make a profile from. */
  public boolean isEmpty() {
    return memberships.isEmpty() && plays.isEmpty() && lists.isEmpty();
  }

  /**
   * @param id of the last row
   * @param rows how many there were up to it: tells whether it is still the same history
   */
  public record Watermark(String provider, String resource, long id, long rows) {}
}
