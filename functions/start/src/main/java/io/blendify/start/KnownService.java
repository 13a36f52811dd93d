package io.blendify.start;

import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes of one service, in the order of the index. */
final class KnownService implements StaticServiceLoader<Object> {

  static final KnownService NONE = new KnownService(List.of(), entry -> entry);

  private static final MethodType NOTHING = MethodType.methodType(void.class);

  private final List<BeanIndex.Entry> entries;
  private final Function<BeanIndex.Entry, Object> waiting;

  KnownService(List<BeanIndex.Entry> entries, Function<BeanIndex.Entry, Object> waiting) {
    this.entries = entries;
    this.waiting = waiting;
  }

  @Override
  public Stream<StaticDefinition<Object>> findAll(@Nullable Predicate<String> name) {
    return entries.stream()
        .filter(entry -> name == null || name.test(entry.name()))
        .map(entry -> StaticDefinition.of(entry.name(), () -> required(entry)));
  }

  @Override
  public List<Object> load(@Nullable Predicate<Object> wanted) {
    return load(null, wanted);
  }

  @Override
  public List<Object> load(@Nullable Predicate<String> name, @Nullable Predicate<Object> wanted) {
    var all = new ArrayList<Object>(entries.size());
    for (var entry : entries) {
      var one = name == null || name.test(entry.name()) ? instance(entry) : null;
      if (one != null && (wanted == null || wanted.test(one))) {
        all.add(one);
      }
    }
    return all;
  }

  private Object required(BeanIndex.Entry entry) {
    var one = instance(entry);
    if (one == null) {
      throw new IllegalStateException("not in this package: " + entry.name());
    }
    return one;
  }

  private @Nullable Object instance(BeanIndex.Entry entry) {
    return entry.canWait() ? waiting.apply(entry) : make(entry.name());
  }

  /** Null where it needs what the package does not have, as Micronaut takes it. */
  static @Nullable Object make(String name) {
    try {
      var type = Class.forName(name, false, KnownService.class.getClassLoader());
      return MethodHandles.publicLookup().findConstructor(type, NOTHING).invoke();
    } catch (ReflectiveOperationException | NoClassDefFoundError _) {
      return null;
    } catch (Throwable e) {
      throw new IllegalStateException(name + " cannot be made", e);
    }
  }
}
