package io.blendify.core.provider;

import io.blendify.core.ProviderId;
import io.blendify.core.sync.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ability to list one resource of a person's library, page by page. A provider registers one
 * for each resource that it has: what it has none for is unsupported.
 */
public interface Listing {

  ProviderId provider();

  Resource resource();

  /** The OAuth scopes without which the provider refuses it; empty where it needs none. */
  List<String> scopes();

  /** Reads one page. Never throws for what a provider may do; those are outcomes. */
  FetchOutcome page(ListingRequest request);

  /**
   * Where the pages after that one start, as far as this can be told before it is read: they may be
   * asked for at the same time. Whether they join is for the pages to say. Empty where only a page
   * tells where the next one starts.
   *
   * @param total entries of the whole listing, as an earlier page said
   * @param most how many are wanted
   */
  default List<Cursor> following(Cursor page, int total, int most) {
    return List.of();
  }

  /**
   * The provider's name for the state in which the listing is now: pages that were read before and
   * after it changed do not belong together. Costs a request; null where the provider has no such
   * names, or does not tell it now. Never throws.
   */
  default @Nullable String version(ListingRequest request) {
    return null;
  }
}
