package io.blendify.local.lambda;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;

/** Run on a package's class path: prints the definitions of all beans that its context has. */
public final class BeanNames {

  private BeanNames() {}

  public static void main(String[] arguments) {
    try (var context =
        ApplicationContext.builder("function", "lambda")
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .start()) {
      // As Micronaut Data asks for its repositories.
      for (var definition :
          context.getBeanDefinitions(
              Object.class, Qualifiers.byStereotype("io.micronaut.data.annotation.Repository"))) {
        System.out.println("repository " + definition.getName());
      }
      for (var definition : context.getAllBeanDefinitions()) {
        System.out.println("bean " + definition.getClass().getName() + " " + definition.getName());
      }
    }
  }
}
