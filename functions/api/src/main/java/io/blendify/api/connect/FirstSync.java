package io.blendify.api.connect;

import io.blendify.store.connection.Connection;
import io.blendify.store.sync.JobMessages;
import io.blendify.store.sync.SyncRequests;
import jakarta.inject.Singleton;
import java.util.Set;

/** Starts to read a library as soon as its account is connected. */
@Singleton
class FirstSync {

  private final SyncRequests requests;
  private final JobMessages messages;

  FirstSync(SyncRequests requests, JobMessages messages) {
    this.requests = requests;
    this.messages = messages;
  }

  /** What is not sent now is sent by the sweep: the rows are there. */
  void start(Connection connection) {
    messages.sendStarted(requests.request(connection.userId(), connection.provider(), Set.of()));
  }
}
