package io.blendify.api.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param nextCursor leads to the next page; null on the last one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(
    List<T> items,
    @Schema(description = "Send it as cursor for the next page; null on the last one")
        @JsonProperty("next_cursor")
        @Nullable String nextCursor) {

  /** The bounds of {@code limit}, for annotations on controllers. */
  public static final int DEFAULT_LIMIT = 50;

  public static final int MAX_LIMIT = 200;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * From rows that were asked for with one more than the limit: the surplus row says that there is
   * a next page.
   *
   * @param cursor makes the cursor from the last row shown
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    var shown = rows.subList(0, limit);
    return new Page<>(shown, cursor.apply(shown.getLast()));
  }
}
