package io.blendify.start;

import io.micronaut.context.AbstractInitializableBeanDefinitionAndReference;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.context.Qualifier;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bean definition that is loaded when the index cannot answer. The index says no: not of that
 * type, not with that annotation. What it cannot deny, the definition itself decides.
 */
final class LazyBean implements BeanDefinitionReference<Object> {

  private static final Class<?>[] NONE = {};

  private final BeanIndex index;
  private final BeanIndex.Entry entry;
  private volatile @Nullable BeanDefinitionReference<Object> loaded;

  LazyBean(BeanIndex index, BeanIndex.Entry entry) {
    this.index = index;
    this.entry = entry;
  }

  /** The definition itself, which is its own reference. */
  @SuppressWarnings("unchecked") // a definition of the index
  BeanDefinitionReference<Object> own() {
    var own = loaded;
    if (own == null) {
      own = (BeanDefinitionReference<Object>) KnownService.make(entry.name());
      if (own == null) {
        throw new IllegalStateException("not in this package: " + entry.name());
      }
      loaded = own;
    }
    return own;
  }

  boolean mayHave(String annotation) {
    return index.has(entry, annotation);
  }

  /** The types by which Micronaut looks for it at the start. */
  Class<?>[] indexes() {
    if (entry.indexes().isEmpty()) {
      return NONE;
    }
    var names = entry.indexes().split(",", -1);
    var types = new Class<?>[names.length];
    for (int i = 0; i < names.length; i++) {
      try {
        types[i] = Class.forName(names[i], false, LazyBean.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(names[i] + " is not in this package", e);
      }
    }
    return types;
  }

  @Override
  public boolean isCandidateBean(@Nullable Argument<?> type) {
    return type != null
        && index.mayBe(entry, type.getType().getName())
        && own().isCandidateBean(type);
  }

  @Override
  public boolean isEnabled(BeanContext context) {
    return isEnabled(context, null);
  }

  @Override
  public boolean isEnabled(BeanContext context, @Nullable BeanResolutionContext resolution) {
    if (!entry.conditional()) {
      return true;
    }
    return own() instanceof AbstractInitializableBeanDefinitionAndReference<?> both
        ? both.isEnabled(context, resolution, true)
        : own().isEnabled(context, resolution);
  }

  @Override
  public AnnotationMetadata getAnnotationMetadata() {
    return new LazyMetadata(this);
  }

  @Override
  public String getBeanDefinitionName() {
    return entry.name();
  }

  @Override
  public String getName() {
    return entry.bean();
  }

  @Override
  public BeanDefinition<Object> load() {
    return own().load();
  }

  @Override
  public BeanDefinition<Object> load(BeanContext context) {
    return own().load(context);
  }

  @Override
  public Class<Object> getBeanType() {
    return own().getBeanType();
  }

  @Override
  public Optional<String> getBeanName() {
    return own().getBeanName();
  }

  @Override
  public Set<Class<?>> getExposedTypes() {
    return own().getExposedTypes();
  }

  @Override
  public @Nullable Qualifier<Object> getDeclaredQualifier() {
    return own().getDeclaredQualifier();
  }

  @Override
  public @Nullable Qualifier<Object> resolveDynamicQualifier() {
    return own().resolveDynamicQualifier();
  }

  @Override
  public boolean isSingleton() {
    return own().isSingleton();
  }

  @Override
  public boolean isConfigurationProperties() {
    return own().isConfigurationProperties();
  }

  /** What is not there is not in the index; what is one of the following cannot wait. */
  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public boolean isContextScope() {
    return false;
  }

  @Override
  public boolean isProxiedBean() {
    return false;
  }

  @Override
  public boolean isProxyTarget() {
    return false;
  }

  @Override
  public boolean isContainerType() {
    return false;
  }

  @Override
  public boolean requiresMethodProcessing() {
    return false;
  }
}
