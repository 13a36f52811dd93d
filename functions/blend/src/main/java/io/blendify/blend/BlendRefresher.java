package io.blendify.blend;

import io.blendify.blend.BlendComputation.Result;
import io.blendify.blend.BlendInputs.Person;
import io.blendify.blend.BlendInputs.ProviderTerms;
import io.blendify.core.blend.Contribution;
import io.blendify.core.blend.Scoring;
import io.blendify.core.taste.TasteProfile;
import io.blendify.core.watch.Metric;
import io.blendify.core.watch.Metrics;
import io.blendify.core.watch.Trail;
import io.blendify.store.blend.BlendClaims;
import io.blendify.store.blend.BlendRequest;
import io.blendify.store.blend.BlendRequest.Consenting;
import io.blendify.store.blend.BlendResult;
import io.blendify.store.blend.BlendResults;
import io.blendify.store.blend.BlendSources;
import io.blendify.store.space.Spaces;
import io.blendify.store.taste.Population;
import io.blendify.store.taste.Recordings;
import io.blendify.store.taste.TasteInputs;
import io.blendify.store.taste.TasteMoments;
import io.blendify.store.taste.TasteProfiles;
import io.blendify.store.taste.TasteProfiles.Origin;
import io.blendify.store.taste.Without;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes a blend that was asked for. Delivered twice, it is computed once. */
@Singleton
class BlendRefresher {

  private static final Logger LOG = LoggerFactory.getLogger(BlendRefresher.class);

  /** Longer than the function may run, so that a lease never ends before its holder. */
  private static final Duration LEASE = Duration.ofMinutes(16);

  private static final int MOST_ATTEMPTS = 5;

  /** How often one attempt begins anew because the blend changed under it. */
  private static final int MOST_LOOKS = 5;

  private final BlendClaims claims;
  private final BlendSources sources;
  private final BlendResults results;
  private final TasteProfiles profiles;
  private final TasteMoments moments;
  private final Recordings recordings;
  private final Population population;
  private final Spaces spaces;
  private final BlendComputation computation;
  private final Metrics metrics;
  private final InstantSource time;
  private final Json json;

  BlendRefresher(
      BlendClaims claims,
      BlendSources sources,
      BlendResults results,
      TasteProfiles profiles,
      TasteMoments moments,
      Recordings recordings,
      Population population,
      Spaces spaces,
      BlendComputation computation,
      Metrics metrics,
      InstantSource time,
      Json json) {
    this.claims = claims;
    this.sources = sources;
    this.results = results;
    this.profiles = profiles;
    this.moments = moments;
    this.recordings = recordings;
    this.population = population;
    this.spaces = spaces;
    this.computation = computation;
    this.metrics = metrics;
    this.time = time;
    this.json = json;
  }

  /** Whether the message is done with; if not, it has to come again. */
  boolean run(UUID refresh) {
    var now = time.instant();
    var claimed = claims.claim(refresh, now, now.plus(LEASE));
    if (claimed.isEmpty()) {
      boolean running = claims.isRunning(refresh);
      LOG.info(running ? "another worker has the blend" : "the blend was computed already");
      return !running;
    }
    var request = claimed.get();
    return Trail.here().with("blend_id", request.blendId()).call(() -> run(request));
  }

  private boolean run(BlendRequest request) {
    long start = System.nanoTime();
    try {
      var outcome = compute(request);
      took(start, outcome);
      LOG.info("blend {}", outcome);
      return true;
    } catch (RuntimeException e) {
      took(start, "failed");
      boolean forGood = request.attempt() >= MOST_ATTEMPTS;
      LOG.warn("blend refresh {} failed, attempt {}", request.id(), request.attempt(), e);
      claims.giveBack(
          request, forGood, e.getClass().getSimpleName() + ": " + e.getMessage(), time.instant());
      return forGood;
    }
  }

  private void took(long start, String outcome) {
    metrics.add(Metric.BLEND_TIME.of((System.nanoTime() - start) / 1e6, outcome));
  }

  /** Somebody who joins or leaves meanwhile changes what there is to compute: it begins anew. */
  private String compute(BlendRequest request) {
    for (int look = 1; ; look++) {
      try {
        return computeOnce(request);
      } catch (BlendResults.Outdated e) {
        if (look == MOST_LOOKS) {
          throw e;
        }
      }
    }
  }

  /** What it came to: it waits where fewer than two have a taste that may be used. */
  private String computeOnce(BlendRequest request) {
    var from = sources.consenting(request.blendId());
    var inputs = inputs(request, from);
    var outcome = computation.compute(inputs, request.seed());
    if (outcome.result() == null) {
      results.await(request, from, outcome.without(), time.instant());
      return "waiting";
    }
    var result = result(inputs, outcome.result(), outcome.without());
    results.complete(request, from, result, time.instant());
    return "completed";
  }

  private BlendInputs inputs(BlendRequest request, List<Consenting> from) {
    var settings = json.read(request.config(), SettingsJson.class).settings();
    return new BlendInputs(
        request.algorithm(),
        SettingsJson.of(settings),
        population.current(time.instant()).number(),
        spaces.current(),
        recordings.mergeMark(),
        sources.lastResults(request.blendId(), settings.noRepeat()),
        sources.terms().stream()
            .filter(terms -> !terms.mayScore() || !terms.mayMix())
            .map(terms -> new ProviderTerms(terms.provider(), terms.mayScore(), terms.mayMix()))
            .toList(),
        request.asOf() == null ? people(from) : people(from, request.asOf()));
  }

  /** As they were at that moment, as far as history knows: those who take part now. */
  private List<Person> people(List<Consenting> from, Instant asOf) {
    return from.stream().map(one -> person(one, moments.at(one.userId(), asOf))).toList();
  }

  private List<Person> people(List<Consenting> from) {
    var users = from.stream().map(Consenting::userId).toList();
    var origins = profiles.origins(users);
    var without = moments.without(users); // also what is quite new
    return from.stream()
        .map(
            one ->
                person(
                    one,
                    taste(origins.get(one.userId()))
                        .without(without.getOrDefault(one.userId(), Without.NOTHING))))
        .toList();
  }

  private TasteInputs taste(@Nullable Origin origin) {
    return origin != null && origin.version() == TasteProfile.VERSION
        ? json.read(origin.inputs(), TasteInputs.class)
        : TasteInputs.NONE;
  }

  private static Person person(Consenting one, TasteInputs taste) {
    return new Person(
        one.userId(), one.name(), one.weight(), one.resources(), TasteProfile.VERSION, taste);
  }

  /** Computes a stored blend once more from its inputs, and writes nothing. */
  BlendResult again(UUID refresh) {
    var computed =
        results
            .computed(refresh)
            .orElseThrow(() -> new IllegalArgumentException("no blend was computed by " + refresh));
    var inputs = json.read(computed.inputs(), BlendInputs.class);
    var outcome = computation.compute(inputs, computed.seed());
    if (outcome.result() == null) {
      throw new IllegalStateException("blend " + refresh + " has fewer than two people now");
    }
    return result(inputs, outcome.result(), outcome.without());
  }

  private BlendResult result(BlendInputs inputs, Result result, List<UUID> without) {
    var score = result.score();
    return new BlendResult(
        json.write(inputs),
        Scoring.ENGINE_VERSION,
        score.value(),
        score.interval().low(),
        score.interval().high(),
        json.write(ScoreJson.of(score, result.selection(), without)),
        without,
        result.selection().picks().stream()
            .map(
                pick ->
                    new BlendResult.Track(
                        pick.version(),
                        pick.contributors().stream()
                            .findFirst()
                            .map(Contribution::userId)
                            .orElse(null),
                        pick.liking(),
                        json.write(PickJson.of(pick))))
            .toList());
  }
}
