package io.blendify.core.queue;

import io.blendify.core.ProviderId;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A queue by its role, not by its address: {@code fetch-spotify}, {@code taste}, {@code blends},
 * {@code space}.
 */
public record QueueName(String value) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

  /** What every message of {@link #SPACE} says: the space is everybody's. */
  public static final UUID EVERYBODY = new UUID(0, 0);

  /** User ids whose taste profile is to be built anew. */
  public static final QueueName TASTE = new QueueName("taste");

  /** Ids of the blends to be computed. */
  public static final QueueName BLENDS = new QueueName("blends");

  /** Asks for the taste space to be learnt anew, which takes minutes. */
  public static final QueueName SPACE = new QueueName("space");

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
