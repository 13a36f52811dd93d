package io.blendify.start;

import io.micronaut.context.AbstractInitializableBeanDefinitionAndReference;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.context.conditions.MatchesAbsenceOfClassNamesCondition;
import io.micronaut.context.conditions.MatchesAbsenceOfClassesCondition;
import io.micronaut.context.conditions.MatchesPresenceOfClassesCondition;
import io.micronaut.inject.BeanDefinitionReference;
import java.lang.reflect.Proxy;
import java.util.List;

/** What a definition asks for before Micronaut considers it. Which classes are there is known. */
enum Conditions {
  NONE,
  /** Of the environment, which only the start knows. */
  LATER,
  NEVER;

  private static final ConditionContext<?> NOWHERE =
      (ConditionContext<?>)
          Proxy.newProxyInstance(
              Conditions.class.getClassLoader(),
              new Class<?>[] {ConditionContext.class},
              (proxy, method, _) -> method.getReturnType().isInstance(proxy) ? proxy : null);

  static Conditions of(BeanDefinitionReference<?> bean) {
    var found = NONE;
    for (var condition : first(bean)) {
      if (!ofClasses(condition)) {
        found = LATER;
      } else if (!condition.matches(NOWHERE)) {
        return NEVER;
      }
    }
    return found;
  }

  private static boolean ofClasses(Condition condition) {
    return condition instanceof MatchesPresenceOfClassesCondition
        || condition instanceof MatchesAbsenceOfClassesCondition
        || condition instanceof MatchesAbsenceOfClassNamesCondition;
  }

  /** Micronaut keeps them to itself. */
  private static List<Condition> first(BeanDefinitionReference<?> bean) {
    if (!(bean instanceof AbstractInitializableBeanDefinitionAndReference<?>)) {
      return List.of();
    }
    try {
      var field =
          AbstractInitializableBeanDefinitionAndReference.class.getDeclaredField(
              "preLoadConditions");
      field.setAccessible(true);
      var conditions = (Condition[]) field.get(bean);
      return conditions == null ? List.of() : List.of(conditions);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Micronaut keeps its conditions elsewhere", e);
    }
  }
}
