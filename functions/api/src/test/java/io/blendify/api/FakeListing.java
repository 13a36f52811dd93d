package io.blendify.api;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import java.util.List;

/** A listing of {@code tunes} that the API only ever asks for what it is called. */
public record FakeListing(Resource resource, List<String> scopes) implements Listing {

  @Override
  public ProviderId provider() {
    return new ProviderId("tunes");
  }

  @Override
  public FetchOutcome page(ListingRequest request) {
    throw new IllegalStateException("the API reads no listing itself");
  }
}
