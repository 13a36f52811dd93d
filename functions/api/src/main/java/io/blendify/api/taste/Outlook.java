package io.blendify.api.taste;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a person.
 *
 * @param builtAt null: it is being looked for, ask again in a while
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Outlook<T>(
    List<T> items, @Schema(nullable = true) @JsonProperty("built_at") @Nullable Instant builtAt) {

  public Outlook {
    items = List.copyOf(items);
  }
}
