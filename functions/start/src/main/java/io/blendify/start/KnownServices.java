package io.blendify.start;

import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells Micronaut what a package has, where the package has an index: no jar is searched, and a
 * bean's definition is loaded when somebody asks for what it may be, not at the start with all
 * others. Without an index, as in tests, Micronaut looks for itself.
 */
public final class KnownServices implements StaticOptimizations.Loader<Optimizations> {

  @Override
  public Optimizations load() {
    var loader = KnownServices.class.getClassLoader();
    try (var in = loader.getResourceAsStream(BeanIndex.PLACE)) {
      return new Optimizations(in == null ? Map.of() : new Services(BeanIndex.read(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them: of a service that is not in the index the package has no class. */
  private static final class Services extends HashMap<String, StaticServiceLoader<?>> {

    private static final long serialVersionUID = 1;

    Services(BeanIndex index) {
      index.services().forEach((name, entries) -> put(name, service(index, name, entries)));
    }

    private static KnownService service(
        BeanIndex index, String name, List<BeanIndex.Entry> entries) {
      return name.equals(BeanIntrospectionReference.class.getName())
          ? new KnownService(entries, LazyIntrospection::new)
          : new KnownService(entries, entry -> new LazyBean(index, entry));
    }

    @Override
    public boolean containsKey(@Nullable Object service) {
      return true;
    }

    @Override
    public StaticServiceLoader<?> get(@Nullable Object service) {
      var known = super.get(service);
      return known == null ? KnownService.NONE : known;
    }
  }
}
