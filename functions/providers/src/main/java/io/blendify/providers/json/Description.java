package io.blendify.providers.json;

import io.blendify.core.item.ContentHash;
import io.blendify.core.item.Metadata;
import io.micronaut.json.tree.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How every provider turns the JSON object that describes an item into its {@link Metadata}.
 *
 * <p>What drifts by itself is kept in the JSON and left out of the hash, at any depth, so that an
 * item nobody touched stays the same version.
 */
public final class Description {

  /** Names, in any provider's words, of what changes without the item being changed. */
  static final Set<String> DRIFTING = Set.of("popularity", "followers", "available_markets");

  private Description() {}

  /**
   * Describes the item that the object stands for.
   *
   * @param object the whole object as the provider sent it
   * @param alsoDrifting further members to leave out of the hash, in this provider's words
   * @param popularity 0 to 100; null where the provider does not say
   * @param followerCount null where the provider does not say
   */
  public static Metadata of(
      JsonNode object,
      Set<String> alsoDrifting,
      @Nullable Integer popularity,
      @Nullable Long followerCount) {
    return new Metadata(JsonText.of(object), hash(object, alsoDrifting), popularity, followerCount);
  }

  /** An item of which nothing drifts: what came out of a file. */
  public static Metadata of(JsonNode object) {
    return of(object, Set.of(), null, null);
  }

  private static ContentHash hash(JsonNode object, Set<String> alsoDrifting) {
    var leftOut = new HashSet<>(DRIFTING);
    leftOut.addAll(alsoDrifting);
    return ContentHash.of(JsonText.canonical(object, leftOut));
  }
}
