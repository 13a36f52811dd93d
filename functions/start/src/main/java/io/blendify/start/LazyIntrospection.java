package io.blendify.start;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospectionReference;
import org.jspecify.annotations.Nullable;

/** What is known of a type, loaded when somebody wants to know it. */
final class LazyIntrospection implements BeanIntrospectionReference<Object> {

  private final BeanIndex.Entry entry;
  private volatile @Nullable BeanIntrospectionReference<Object> loaded;

  LazyIntrospection(BeanIndex.Entry entry) {
    this.entry = entry;
  }

  @SuppressWarnings("unchecked") // an introspection of the index
  private BeanIntrospectionReference<Object> own() {
    var own = loaded;
    if (own == null) {
      own = (BeanIntrospectionReference<Object>) KnownService.make(entry.name());
      if (own == null) {
        throw new IllegalStateException("not in this package: " + entry.name());
      }
      loaded = own;
    }
    return own;
  }

  @Override
  public String getName() {
    return entry.bean();
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  /** Micronaut Data looks through all types for one. */
  @Override
  @SuppressWarnings("unchecked") // any class is one of Object
  public Class<Object> getBeanType() {
    try {
      var loader = LazyIntrospection.class.getClassLoader();
      return (Class<Object>) Class.forName(entry.bean(), false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("not in this package: " + entry.bean(), e);
    }
  }

  @Override
  public BeanIntrospection<Object> load() {
    return own().load();
  }

  @Override
  public AnnotationMetadata getAnnotationMetadata() {
    return own().getAnnotationMetadata();
  }
}
