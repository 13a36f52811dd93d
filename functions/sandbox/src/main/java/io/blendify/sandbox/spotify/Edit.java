package io.blendify.sandbox.spotify;

import java.util.Set;

/** What is changed in a JSON answer before it leaves. */
public sealed interface Edit {

  /**
   * The page holds fewer items than asked for without being the last.
   *
   * @param keep how many items stay
   * @param lost whether the rest is left out for good ({@code next} stays as it was), or comes with
   *     the next page
   */
  record ShortPage(int keep, boolean lost) implements Edit {}

  /** {@code next} points to another host: "https://elsewhere.invalid". */
  record ForeignNext(String origin) implements Edit {}

  /** {@code next} and the cursor lead to the page that was just asked for. */
  record RepeatedNext() implements Edit {}

  /** There is a {@code next}, but {@code cursors} is null. */
  record NullCursors() implements Edit {}

  /** The element at the index of the list is null. */
  record NullEntry(int index) implements Edit {}

  /** Fields of these names are missing, at any depth: "external_ids", "images", "account_id". */
  record Without(Set<String> fields) implements Edit {}

  /** Every playlist says that it is another version, as after an edit: "Mg==". */
  record OtherSnapshots(String salt) implements Edit {}

  /** Every object has fields nobody knows yet, and enumerations have new values. */
  record Novelties() implements Edit {}
}
