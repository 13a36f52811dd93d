package io.blendify.fetcher.chaos;

import io.blendify.core.ProviderId;
import io.blendify.core.provider.AccessToken;
import io.blendify.core.provider.Cursor;
import io.blendify.core.provider.FetchOutcome;
import io.blendify.core.provider.Listing;
import io.blendify.core.provider.ListingRequest;
import io.blendify.core.provider.ProfileOutcome;
import io.blendify.core.provider.RefreshToken;
import io.blendify.core.provider.SignIn;
import io.blendify.core.provider.TokenOutcome;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.core.sync.Resource;
import io.blendify.fetcher.chaos.Trouble.Edge;
import io.blendify.fetcher.chaos.Trouble.Kind;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Stand between the real parts and the world outside, and let the worker's troubles in. */
final class Edges {

  private Edges() {}

  @Singleton
  @Requires(property = "fetcher.chaos")
  static final class Listings implements BeanCreatedEventListener<Listing> {

    private final Passage passage;

    Listings(Passage passage) {
      this.passage = passage;
    }

    @Override
    public Listing onCreated(BeanCreatedEvent<Listing> event) {
      var real = event.getBean();
      return new Listing() {
        @Override
        public ProviderId provider() {
          return real.provider();
        }

        @Override
        public Resource resource() {
          return real.resource();
        }

        @Override
        public List<String> scopes() {
          return real.scopes();
        }

        @Override
        public FetchOutcome page(ListingRequest request) {
          passage.takesTime();
          var worker = Worker.here();
          return worker == null
              ? real.page(request)
              : worker.call(Edge.PAGE, () -> real.page(request));
        }

        @Override
        public List<Cursor> following(Cursor page, int total, int most) {
          return real.following(page, total, most);
        }

        @Override
        public String version(ListingRequest request) {
          var worker = Worker.here();
          return worker == null
              ? real.version(request)
              : worker.call(Edge.PAGE, () -> real.version(request));
        }
      };
    }
  }

  @Singleton
  @Requires(property = "fetcher.chaos")
  static final class SignIns implements BeanCreatedEventListener<SignIn> {

    @Override
    public SignIn onCreated(BeanCreatedEvent<SignIn> event) {
      var real = event.getBean();
      return new SignIn() {
        @Override
        public ProviderId provider() {
          return real.provider();
        }

        @Override
        public Authorization authorize(String state, URI redirectUri) {
          return real.authorize(state, redirectUri);
        }

        @Override
        public TokenOutcome exchange(String code, String codeVerifier, URI redirectUri) {
          return real.exchange(code, codeVerifier, redirectUri);
        }

        @Override
        public TokenOutcome refresh(RefreshToken token) {
          var worker = Worker.here();
          return worker == null
              ? real.refresh(token)
              : worker.call(Edge.REFRESH, () -> real.refresh(token));
        }

        @Override
        public Period consentLifetime() {
          return real.consentLifetime();
        }

        @Override
        public ProfileOutcome profile(AccessToken token) {
          return real.profile(token);
        }
      };
    }
  }

  @Singleton
  @Requires(property = "fetcher.chaos")
  static final class Queues implements BeanCreatedEventListener<MessageQueue> {

    private final Passage passage;

    Queues(Passage passage) {
      this.passage = passage;
    }

    @Override
    public MessageQueue onCreated(BeanCreatedEvent<MessageQueue> event) {
      var real = event.getBean();
      MessageQueue noted =
          (queue, ids, delay) -> {
            passage.posted(ids, delay);
            return real.send(queue, ids, delay);
          };
      return (queue, ids, delay) -> send(noted, queue, ids, delay);
    }

    private static Set<UUID> send(
        MessageQueue real, QueueName queue, Collection<UUID> ids, Duration delay) {
      var worker = Worker.here();
      if (worker == null) {
        return real.send(queue, ids, delay);
      }
      var trouble = worker.cross(Edge.SEND);
      if (trouble == Kind.KILLED_BEFORE) {
        throw worker.die();
      }
      if (trouble == Kind.REFUSED) {
        return Set.copyOf(ids);
      }
      if (trouble == Kind.CUT_BEFORE) {
        return half(worker, real, queue, ids, delay);
      }
      if (trouble == Kind.OTHER_WORKER) {
        worker.meanwhile(trouble);
      }
      var refused = real.send(queue, ids, delay);
      if (trouble == Kind.KILLED_AFTER) {
        throw worker.die();
      }
      return trouble == Kind.CUT_AFTER ? Set.copyOf(ids) : refused;
    }

    /** Some arrive, some do not. */
    private static Set<UUID> half(
        Worker worker, MessageQueue real, QueueName queue, Collection<UUID> ids, Duration delay) {
      var lost = new HashSet<UUID>();
      var through = new ArrayList<UUID>();
      ids.forEach(id -> (worker.chance.nextBoolean() ? lost : through).add(id));
      lost.addAll(real.send(queue, through, delay));
      return lost;
    }
  }

  /** Each call takes a moment. */
  interface Passage {
    void takesTime();

    /** Ids are on their way. */
    void posted(Collection<UUID> ids, Duration delay);
  }
}
