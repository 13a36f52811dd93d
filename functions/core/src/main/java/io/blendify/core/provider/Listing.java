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
   * The provider's name for the state in which the listing is now: pages that were read before and
   * after it changed do not belong together. Costs a request; null where the provider has no such
   * names, or does not tell it now. Never throws.
   */
  default @Nullable String version(ListingRequest request) {
    return null;
  }
}
