package io.blendify.core.watch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work belongs to: the id that follows a request through all queues to its last
 * write, and marks of where on that way it is. Every log line has them, and every message sent
 * carries the id on.
 *
 * <p>It holds for the thread that does the work. Who hands a part of it to another thread takes
 * {@link #here()} along.
 */
public final class Trail {

  /** The mark that holds the id; also the name of the message attribute that carries it. */
  public static final String CORRELATION_ID = "correlation_id";

  /** API Gateway's ids, Lambda's, those of messages: no text that anybody invents. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9=_:.-]{1,100}");

  private static final Trail NONE = new Trail(Map.of());
  private static final ScopedValue<Trail> CURRENT = ScopedValue.newInstance();

  private final Map<String, String> marks;

  private Trail(Map<String, String> marks) {
    this.marks = marks;
  }

  /**
   * The trail of the work that is going on on this thread; one without marks where there is none.
   */
  public static Trail here() {
    return CURRENT.orElse(NONE);
  }

  /**
   * A trail that begins here, or goes on here from elsewhere.
   *
   * @param given the id that came with the work; null or not fit for an id: {@code own} is used
   */
  public static Trail of(@Nullable String given, String own) {
    return NONE.with(CORRELATION_ID, isId(given) ? given : own);
  }

  /** Whether it can be an id: short, and of letters, digits and a few signs. */
  public static boolean isId(@Nullable String text) {
    return text != null && ID.matcher(text).matches();
  }

  /**
   * The same trail with one more mark, or with another value of it.
   *
   * @param name snake_case, a field of log lines
   * @param value nothing secret; null adds nothing
   */
  public Trail with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var more = new LinkedHashMap<>(marks);
    more.put(name, value.toString());
    return new Trail(Collections.unmodifiableMap(more));
  }

  /** The id that follows the request; null where nothing began a trail. */
  public @Nullable String correlationId() {
    return marks.get(CORRELATION_ID);
  }

  /** Values by name, in the order in which they were set. */
  public Map<String, String> marks() {
    return marks;
  }

  /** Does the work on this thread as part of this trail. */
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Does the work on this thread as part of this trail. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }
}
