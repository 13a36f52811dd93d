package io.blendify.api.taste;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blendify.store.outlook.FindablePerson;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one can be found by others.
 *
 * @param resources by which one can be compared; empty where one cannot be found
 * @param agreedAt null likewise
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Findable(
    boolean findable,
    List<String> resources,
    @JsonProperty("agreed_at") @Nullable Instant agreedAt) {

  static final Findable NOT = new Findable(false, List.of(), null);

  static Findable of(FindablePerson person) {
    return new Findable(true, person.resources(), person.agreedAt());
  }

  /**
   * What is agreed to.
   *
   * @param resources all where they are left out
   */
  @Serdeable
  record Wish(@Nullable List<String> resources) {}
}
