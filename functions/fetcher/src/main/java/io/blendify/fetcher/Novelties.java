package io.blendify.fetcher;

import io.blendify.core.history.Observation.Member;
import io.blendify.core.item.Kind;
import io.blendify.core.provider.FetchOutcome.Page;
import io.blendify.core.sync.Resource;
import io.blendify.store.history.Memberships;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds where a newest-first set turns into what is known. It may stop there only if the known and
 * the new together are as many as the provider says there are: otherwise something was removed, and
 * only the whole listing tells what.
 */
@Singleton
final class Novelties {

  private final Memberships memberships;

  Novelties(Memberships memberships) {
    this.memberships = memberships;
  }

  /** How many entries of the page come before the known; empty where the reading must go on. */
  OptionalInt before(Reading reading, Page page) {
    var members = members(page);
    var held = held(reading, members);
    var fresh = new HashSet<String>();
    reading.read().forEach(one -> fresh.add(((Member) one).item().key().id()));
    for (int place = 0; place < members.size(); place++) {
      var member = members.get(place);
      if (isKnown(member, held)) {
        return addsUp(reading, page, fresh) ? OptionalInt.of(place) : goOn(reading);
      }
      if (!held.containsKey(member.item().key().id())) {
        fresh.add(member.item().key().id());
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt goOn(Reading reading) {
    reading.readToTheEnd();
    return OptionalInt.empty();
  }

  private static boolean addsUp(Reading reading, Page page, Set<String> fresh) {
    var items = reading.status().items();
    return items != null && Objects.equals(page.total(), items + fresh.size());
  }

  private static boolean isKnown(Member member, Map<String, Optional<Instant>> held) {
    var since = held.get(member.item().key().id());
    return since != null && member.since() != null && since.equals(Optional.of(member.since()));
  }

  private Map<String, Optional<Instant>> held(Reading reading, List<Member> members) {
    var job = reading.job();
    var resource = reading.listing().resource();
    var kind = resource == Resource.SAVED_ALBUMS ? Kind.ALBUM : Kind.TRACK;
    var ids = members.stream().map(member -> member.item().key().id()).toList();
    return memberships.held(job.userId(), job.provider(), resource, kind, ids);
  }

  private static List<Member> members(Page page) {
    return page.observations().stream().map(Member.class::cast).toList();
  }
}
