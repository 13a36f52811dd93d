package io.blendify.core.queue;

import io.blendify.core.ProviderId;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A queue by its role, not by its address: {@code fetch-spotify}, {@code taste}, {@code blends}.
 */
public record QueueName(String value) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

  /** Stands on the queue {@code taste} for everybody: what is known of all is to be learnt anew. */
  public static final UUID POPULATION = new UUID(0, 0);

  /** User ids whose taste profile is to be built anew. */
  public static final QueueName TASTE = new QueueName("taste");

  /** Ids of the blends to be computed. */
  public static final QueueName BLENDS = new QueueName("blends");

  public QueueName {
    if (!NAME.matcher(value).matches()) {
      throw new IllegalArgumentException("not a queue name: " + value);
    }
  }

  /** Ids of the jobs of one provider: a slow provider holds up nobody else. */
  public static QueueName fetch(ProviderId provider) {
    return new QueueName("fetch-" + provider.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
