package io.blendify.local.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** infra/template.yaml, with {@code !Ref X} read as {@code {"!Ref": "X"}} and so on. */
public final class Template {

  private final Map<String, Object> root;

  private Template(Map<String, Object> root) {
    this.root = root;
  }

  public static Template read() {
    try (var text = Files.newBufferedReader(repository().resolve("infra/template.yaml"))) {
      return new Template(new Yaml(new CloudFormationTags()).load(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The environment variables that a function has, its own and the common ones. */
  public Set<String> variables(String function) {
    var names = new TreeSet<String>();
    names.addAll(at(section("Globals"), "Function", "Environment", "Variables").keySet());
    var own = section("Resources").get(function);
    names.addAll(at(own, "Properties", "Environment", "Variables").keySet());
    return names;
  }

  /** Logical ids of all alarms. */
  public Set<String> alarms() {
    return resources("AWS::CloudWatch::Alarm").keySet();
  }

  /** Tests run in functions/local. */
  public static Path repository() {
    return Path.of("").toAbsolutePath().getParent().getParent();
  }

  /** Everything under one of the top-level keys. */
  Map<String, Object> section(String name) {
    return map(root.get(name));
  }

  /** Logical ids and properties of all resources of one type. */
  Map<String, Map<String, Object>> resources(String type) {
    return section("Resources").entrySet().stream()
        .filter(resource -> type.equals(map(resource.getValue()).get("Type")))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                resource -> at(resource.getValue(), "Properties"),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  static Map<String, Object> at(Object value, String... path) {
    var found = value;
    for (var name : path) {
      found = map(found).get(name);
    }
    return map(found);
  }

  private static final class CloudFormationTags extends SafeConstructor {

    CloudFormationTags() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return Map.of(node.getTag().getValue(), content(node));
            }
          });
    }

    private Object content(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalStateException("unexpected " + node);
      };
    }
  }
}
