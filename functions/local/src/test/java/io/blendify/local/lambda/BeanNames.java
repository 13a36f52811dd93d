package io.blendify.local.lambda;

import io.micronaut.context.ApplicationContext;

/** Run on a package's class path: prints the definitions of all beans that its context has. */
public final class BeanNames {

  private BeanNames() {}

  public static void main(String[] arguments) {
    try (var context =
        ApplicationContext.builder("function", "lambda")
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .start()) {
      for (var definition : context.getAllBeanDefinitions()) {
        System.out.println("bean " + definition.getClass().getName() + " " + definition.getName());
      }
    }
  }
}
