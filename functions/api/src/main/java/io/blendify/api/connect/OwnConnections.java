package io.blendify.api.connect;

import io.blendify.api.blending.BlendRenewal;
import io.blendify.api.problem.ProblemException;
import io.blendify.core.provider.Listing;
import io.blendify.core.queue.MessageQueue;
import io.blendify.core.queue.QueueName;
import io.blendify.store.connection.Connections;
import io.blendify.store.imports.UploadErasure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** What a person has connected, and how it ends. */
@Singleton
public class OwnConnections {

  /** Files that are deleted before the answer; the sweep deletes the rest. */
  private static final int UPLOADS = 20;

  private final Connections connections;
  private final List<Listing> listings;
  private final BlendRenewal renewal;
  private final UploadErasure uploads;
  private final MessageQueue queue;
  private final InstantSource clock;

  OwnConnections(
      Connections connections,
      List<Listing> listings,
      BlendRenewal renewal,
      UploadErasure uploads,
      MessageQueue queue,
      InstantSource clock) {
    this.connections = connections;
    this.listings = List.copyOf(listings);
    this.renewal = renewal;
    this.uploads = uploads;
    this.queue = queue;
    this.clock = clock;
  }

  public List<ConnectionView> of(UUID userId) {
    var now = clock.instant();
    return connections.findByUser(userId).stream()
        .map(connection -> ConnectionView.of(connection, listings, now))
        .toList();
  }

  /**
   * Erases all that came from this provider; the person's taste and blends are made anew from what
   * remains.
   *
   * @throws ProblemException 404 where nothing of it is connected
   */
  public void disconnect(UUID userId, String provider) {
    var id = SignIns.id(provider);
    if (connections.find(userId, id).isEmpty()) {
      throw ProblemException.notFound("connection");
    }
    var blends = renewal.blendsOf(userId);
    connections.erase(userId, id);
    uploads.run(UPLOADS);
    renewal.renew(blends);
    queue.send(QueueName.TASTE, List.of(userId), Duration.ZERO);
  }
}
