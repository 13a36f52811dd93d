package io.blendify.api.page;

import java.util.List;

/**
 * A person's own page.
 *
 * @param files everything that was uploaded lately, newest first
 * @param offered providers that can be connected besides
 */
public record HomePage(
    String name,
    List<ConnectionCard> connections,
    List<Offer> offered,
    List<ImportCard> files,
    boolean hasFiles,
    List<BlendCard> blends) {

  /** A provider to connect. */
  public record Offer(String provider, String name) {}

  static List<Offer> offers(List<String> providers) {
    return providers.stream().map(one -> new Offer(one, Words.provider(one))).toList();
  }

  /** A blend in a list. */
  public record BlendCard(String id, String name, String words, Tile tile) {}

  /** Whether the page should look again soon. */
  public boolean isRunning() {
    return connections.stream().flatMap(card -> card.rows().stream()).anyMatch(SyncRow::isRunning)
        || files.stream().anyMatch(ImportCard::isRunning);
  }

  /** Whether nothing is there to make a blend of. */
  public boolean isEmpty() {
    return connections.isEmpty() && files.isEmpty();
  }
}
