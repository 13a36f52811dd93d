package io.blendify.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a package's beans without loading a class of them. Lines of text:
 *
 * <pre>
 * S service                       a service of Micronaut's, whose classes follow
 * C class                         one that is loaded with its service
 * L class bean conditions,indexes one that waits until it is asked for
 * T type beans                    for which beans may stand
 * A annotation beans              which the beans, or their annotations, have
 * </pre>
 *
 * <p>Beans are the numbers of their lines L, two characters each.
 */
final class BeanIndex {

  /** Where a package has it. */
  static final String PLACE = "META-INF/blendify/beans";

  static final int BASE = 64;
  static final char ZERO = '0';

  /**
   * A class of a service.
   *
   * @param bean the name of the bean's class; empty where the class cannot wait
   * @param conditional whether it has conditions that its definition looks at first
   * @param indexes names of the types that Micronaut looks up by themselves, by commas
   */
  record Entry(String name, String bean, boolean conditional, String indexes, int number) {
    boolean canWait() {
      return !bean.isEmpty();
    }
  }

  private final Map<String, List<Entry>> services = new HashMap<>();
  private final Map<String, String> types = new HashMap<>(2048);
  private final Map<String, String> annotations = new HashMap<>(512);
  private String type = "";
  private BitSet ofType = new BitSet();
  private String annotation = "";
  private BitSet annotated = new BitSet();

  static BeanIndex read(InputStream in) throws IOException {
    var index = new BeanIndex();
    var text = new String(in.readAllBytes(), ISO_8859_1);
    List<Entry> service = List.of();
    int number = 0;
    for (int start = 0, end; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
      int space = text.indexOf(' ', start + 2);
      var name = text.substring(start + 2, space);
      switch (text.charAt(start)) {
        case 'S' -> index.services.put(name, service = new ArrayList<>());
        case 'C' -> service.add(new Entry(name, "", false, "", -1));
        case 'L' -> service.add(waiting(name, text.substring(space + 1, end), number++));
        case 'T' -> index.types.put(name, text.substring(space + 1, end));
        case 'A' -> index.annotations.put(name, text.substring(space + 1, end));
        default -> throw new IOException("no line of an index: " + text.substring(start, end));
      }
    }
    return index;
  }

  private static Entry waiting(String name, String rest, int number) {
    int space = rest.indexOf(' ');
    var bean = rest.substring(0, space);
    return new Entry(name, bean, rest.charAt(space + 1) == 'c', rest.substring(space + 2), number);
  }

  Map<String, List<Entry>> services() {
    return services;
  }

  /** Whether a bean may stand for a type. One type is asked of all beans, one after another. */
  synchronized boolean mayBe(Entry entry, String asked) {
    if (!asked.equals(type)) {
      ofType = beans(types.get(asked));
      type = asked;
    }
    return ofType.get(entry.number());
  }

  synchronized boolean has(Entry entry, String asked) {
    if (!asked.equals(annotation)) {
      annotated = beans(annotations.get(asked));
      annotation = asked;
    }
    return annotated.get(entry.number());
  }

  private static BitSet beans(@Nullable String numbers) {
    var beans = new BitSet();
    for (int i = 0; numbers != null && i < numbers.length(); i += 2) {
      beans.set((numbers.charAt(i) - ZERO) * BASE + numbers.charAt(i + 1) - ZERO);
    }
    return beans;
  }
}
