package io.blendify.start;

import static java.util.stream.Collectors.joining;

import io.micronaut.context.annotation.Parallel;
import io.micronaut.core.annotation.Indexes;
import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Writes a package's index: its class path is the package. */
public final class IndexWriter {

  private static final String BEANS = BeanDefinitionReference.class.getName();
  private static final String INTROSPECTIONS = BeanIntrospectionReference.class.getName();

  /**
   * Who asks for beans of any type means these: Micronaut Data, which reads their dialect. Nobody
   * else asks so, and to answer it for all beans would load them all.
   */
  private static final String REPOSITORY = "io.micronaut.data.annotation.Repository";

  /** Of micronaut-aop, which is not asked for here. */
  private static final String ADAPTER = "io.micronaut.aop.Adapter";

  /**
   * Beans that Micronaut makes at every start and that no function has a use for: tables made from
   * classes, methods that run by a timer, a heartbeat, files that are watched, a server's address.
   */
  static final Pattern UNUSED =
      Pattern.compile(
          "io[.]micronaut[.](data[.]jdbc[.]config[.][$]SchemaGenerator"
              + "|scheduling[.](processor|io[.]watch)[.]|health[.]|runtime[.]server[.]watch[.]"
              + "|servlet[.]http[.]server[.][$]DiscoveryServer).*");

  /** The pool, which Micronaut would make at every start: it is made when a statement is due. */
  private static final Pattern LATE =
      Pattern.compile("io[.]micronaut[.]configuration[.]jdbc[.]hikari[.][$]DatasourceFactory[$].*");

  private final StringBuilder lines = new StringBuilder();
  private final Map<String, StringBuilder> types = new TreeMap<>();
  private final Map<String, StringBuilder> annotations = new TreeMap<>();
  private int number;

  private IndexWriter() {}

  /**
   * @param services names of classes by the names of their services
   */
  public static String write(Map<String, Set<String>> services) {
    var writer = new IndexWriter();
    services.forEach(writer::service);
    writer.names('T', writer.types);
    writer.names('A', writer.annotations);
    return writer.lines.toString();
  }

  private void service(String service, Set<String> classes) {
    line('S', service, "");
    for (var name : classes) {
      if (service.equals(BEANS)) {
        bean(name);
      } else if (service.equals(INTROSPECTIONS)) {
        introspection(name);
      } else {
        line('C', name, "");
      }
    }
  }

  private void introspection(String name) {
    if (KnownService.make(name) instanceof BeanIntrospectionReference<?> one && one.isPresent()) {
      line('L', name, one.getName() + " -");
      number++;
    }
  }

  private void bean(String name) {
    if (UNUSED.matcher(name).matches()
        || !(KnownService.make(name) instanceof BeanDefinitionReference<?> bean)
        || !bean.isPresent()) {
      return;
    }
    // Micronaut forgets the one behind a proxy, unless the proxy asks for it.
    if (bean.isProxiedBean() && !bean.isProxyTarget()) {
      return;
    }
    var conditions = Conditions.of(bean);
    if (conditions == Conditions.NEVER) {
      return;
    }
    var known = annotations(bean);
    if (mustNotWait(bean, known)) {
      line('C', name, "");
      return;
    }
    var indexes = Arrays.stream(bean.getAnnotationMetadata().classValues(Indexes.class.getName()));
    line(
        'L',
        name,
        bean.getBeanType().getName()
            + (conditions == Conditions.NONE ? " -" : " c")
            + indexes.map(Class::getName).collect(joining(",")));
    types(bean).forEach(type -> add(types, type));
    if (known.contains(REPOSITORY)) {
      add(types, Object.class.getName());
    }
    known.forEach(annotation -> add(annotations, annotation));
    number++;
  }

  private static boolean mustNotWait(BeanDefinitionReference<?> bean, Set<String> annotations) {
    return (bean.isContextScope() && !LATE.matcher(bean.getBeanDefinitionName()).matches())
        || bean.isProxiedBean()
        || bean.isProxyTarget()
        || bean.isContainerType()
        || bean.requiresMethodProcessing()
        || annotations.contains(ADAPTER)
        || annotations.contains(Parallel.class.getName());
  }

  private static Set<String> annotations(BeanDefinitionReference<?> bean) {
    var metadata = bean.getAnnotationMetadata();
    var all = new TreeSet<>(metadata.getAnnotationNames());
    all.addAll(metadata.getStereotypeAnnotationNames());
    all.addAll(metadata.getDeclaredAnnotationNames());
    all.addAll(metadata.getDeclaredStereotypeAnnotationNames());
    return all;
  }

  private static Set<String> types(BeanDefinitionReference<?> bean) {
    var all = new TreeSet<String>();
    above(bean.getBeanType(), all);
    bean.getExposedTypes().forEach(type -> all.add(type.getName()));
    all.remove(Object.class.getName());
    return all;
  }

  private static void above(Class<?> type, Set<String> all) {
    all.add(type.getName());
    if (type.getSuperclass() != null) {
      above(type.getSuperclass(), all);
    }
    for (var one : type.getInterfaces()) {
      above(one, all);
    }
  }

  private void add(Map<String, StringBuilder> names, String name) {
    names
        .computeIfAbsent(name, _ -> new StringBuilder())
        .append((char) (BeanIndex.ZERO + number / BeanIndex.BASE))
        .append((char) (BeanIndex.ZERO + number % BeanIndex.BASE));
  }

  private void names(char kind, Map<String, StringBuilder> names) {
    names.forEach((name, beans) -> line(kind, name, beans.toString()));
  }

  private void line(char kind, String name, String rest) {
    lines.append(kind).append(' ').append(name).append(' ').append(rest).append('\n');
  }
}
