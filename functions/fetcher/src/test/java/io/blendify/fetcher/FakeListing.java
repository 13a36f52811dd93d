package io.blendify.fetcher;

import io.blendify.core.ProviderId;
import io.blendify.core.history.Observation;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.sync.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Lists what a test put there, so many entries a page by offset; what is scripted comes first. A
 * hook runs before each answer, for what happens in the meantime.
 */
final class FakeListing implements Listing {

  private final Resource resource;
  final Map<String, List<Observation>> contents = new HashMap<>();
  final Deque<Function<ListingRequest, FetchOutcome>> script = new ArrayDeque<>();
  final List<ListingRequest> requests = new ArrayList<>();
  Runnable meanwhile = () -> {};
  int pageSize = 2;
  boolean saysTotal = true;

  /** In which state it says it is; null where it does not say. */
  String version;

  /** Whether it tells where pages start before it is asked for them. */
  boolean foresees;

  FakeListing(Resource resource) {
    this.resource = resource;
  }

  @Override
  public ProviderId provider() {
    return World.FAKE;
  }

  @Override
  public Resource resource() {
    return resource;
  }

  @Override
  public List<String> scopes() {
    return List.of();
  }

  void holds(Observation... observations) {
    contents.put("", List.of(observations));
  }

  void holds(String listKey, List<? extends Observation> observations) {
    contents.put(listKey, List.copyOf(observations));
  }

  /** Answers once like this instead. */
  void first(FetchOutcome outcome) {
    script.add(_ -> outcome);
  }

  @Override
  public List<Cursor> following(Cursor page, int total, int most) {
    int from = Integer.parseInt(page.value()) + pageSize;
    return IntStream.iterate(from, offset -> offset < total, offset -> offset + pageSize)
        .limit(foresees ? most : 0)
        .mapToObj(offset -> new Cursor(String.valueOf(offset)))
        .toList();
  }

  @Override
  public String version(ListingRequest request) {
    return version;
  }

  @Override
  public synchronized FetchOutcome page(ListingRequest request) {
    requests.add(request);
    meanwhile.run();
    var scripted = script.poll();
    return scripted == null ? honest(request) : scripted.apply(request);
  }

  Page honest(ListingRequest request) {
    var all = contents.getOrDefault(request.listKey(), List.of());
    int from = request.cursor() == null ? 0 : Integer.parseInt(request.cursor().value());
    int until = Math.min(from + pageSize, all.size());
    var next = until < all.size() ? new Cursor(String.valueOf(until)) : null;
    var page = from < until ? all.subList(from, until) : List.<Observation>of();
    return new Page(page, next, saysTotal ? all.size() : null, 0);
  }

  void reset() {
    contents.clear();
    script.clear();
    requests.clear();
    meanwhile = () -> {};
    pageSize = 2;
    saysTotal = true;
    foresees = false;
    version = null;
  }
}
