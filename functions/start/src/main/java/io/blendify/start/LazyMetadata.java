package io.blendify.start;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataDelegate;
import io.micronaut.core.annotation.Indexes;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** A bean's annotations: denied by the index, and otherwise those of its definition. */
final class LazyMetadata implements AnnotationMetadataDelegate {

  private static final String INDEXES = Indexes.class.getName();

  private final LazyBean bean;

  LazyMetadata(LazyBean bean) {
    this.bean = bean;
  }

  @Override
  public AnnotationMetadata getAnnotationMetadata() {
    return bean.own().getAnnotationMetadata();
  }

  @Override
  public Class<?>[] classValues(String annotation) {
    return annotation.equals(INDEXES)
        ? bean.indexes()
        : getAnnotationMetadata().classValues(annotation);
  }

  @Override
  public boolean hasAnnotation(@Nullable String annotation) {
    return mayHave(annotation) && getAnnotationMetadata().hasAnnotation(annotation);
  }

  @Override
  public boolean hasAnnotation(@Nullable Class<? extends Annotation> annotation) {
    return hasAnnotation(name(annotation));
  }

  @Override
  public boolean hasStereotype(@Nullable String annotation) {
    return mayHave(annotation) && getAnnotationMetadata().hasStereotype(annotation);
  }

  @Override
  public boolean hasStereotype(@Nullable Class<? extends Annotation> annotation) {
    return hasStereotype(name(annotation));
  }

  @Override
  public boolean hasDeclaredAnnotation(@Nullable String annotation) {
    return mayHave(annotation) && getAnnotationMetadata().hasDeclaredAnnotation(annotation);
  }

  @Override
  public boolean hasDeclaredAnnotation(@Nullable Class<? extends Annotation> annotation) {
    return hasDeclaredAnnotation(name(annotation));
  }

  @Override
  public boolean hasDeclaredStereotype(@Nullable String annotation) {
    return mayHave(annotation) && getAnnotationMetadata().hasDeclaredStereotype(annotation);
  }

  @Override
  public boolean hasDeclaredStereotype(@Nullable Class<? extends Annotation> annotation) {
    return hasDeclaredStereotype(name(annotation));
  }

  private boolean mayHave(@Nullable String annotation) {
    return annotation != null && bean.mayHave(annotation);
  }

  private static @Nullable String name(@Nullable Class<? extends Annotation> annotation) {
    return annotation == null ? null : annotation.getName();
  }
}
