package io.blendify.api.fuzz;

import io.blendify.api.fuzz.Operations.Schema;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Good and bad values, by chance. */
final class Inputs {

  /** What attackers send, and what programs send by mistake. */
  static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u0007\u001b[31m",
          "line\r\nX-Injected: yes",
          "%0d%0aSet-Cookie:%20x=y",
          "\ud800",
          "\udfff\ud83d",
          "\u202eevil",
          "e\u0301\u0301\u0301",
          "' OR '1'='1",
          "'; DROP TABLE users; --",
          "1); SELECT pg_sleep(10); --",
          "\\",
          "$1",
          ":id",
          "?",
          "${jndi:ldap://127.0.0.1/x}",
          "${7*7}",
          "#{7*7}",
          "{{7*7}}",
          "@template.page()",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "../../../../etc/passwd",
          "..%2f..%2fetc%2fpasswd",
          "//evil.example/x",
          "/\\evil.example",
          "https://evil.example/",
          "file:///etc/passwd",
          "http://169.254.169.254/latest/meta-data/",
          "null",
          "true",
          "NaN",
          "-1",
          "0",
          "1e309",
          "9223372036854775808",
          "-2147483649",
          "0x7fffffff",
          "2026-13-45T99:99:99Z",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "0000-00-00",
          "294277-01-01T00:00:00Z",
          "00000000-0000-0000-0000-000000000000",
          "x".repeat(300),
          "ä".repeat(5_000),
          "[]",
          "{}",
          "*",
          "a,b,,c",
          "%",
          "%zz",
          "_");

  private final RandomGenerator chance;
  private final FuzzWorld world;

  Inputs(RandomGenerator chance, FuzzWorld world) {
    this.chance = chance;
    this.world = world;
  }

  boolean oneIn(int n) {
    return chance.nextInt(n) == 0;
  }

  <T> T any(List<T> values) {
    return values.get(chance.nextInt(values.size()));
  }

  /** A value for a path or a query: what the schema asks for, or not. */
  String text(String name, Schema schema) {
    if (oneIn(3)) {
      return any(NASTY);
    }
    if (!schema.values().isEmpty()) {
      return any(schema.values());
    }
    return switch (schema.type()) {
      case "integer", "number" -> String.valueOf(chance.nextInt(-2, 203));
      case "boolean" -> String.valueOf(chance.nextBoolean());
      default -> schema.format().equals("date-time") ? moment() : any(world.known(name));
    };
  }

  private String moment() {
    return "20%02d-0%d-1%dT00:00:00Z"
        .formatted(chance.nextInt(20, 30), chance.nextInt(1, 10), chance.nextInt(10));
  }

  /** A body in JSON, or something that looks a little like it. */
  String body(Schema schema) {
    return switch (chance.nextInt(14)) {
      case 0 -> "[".repeat(50_000);
      case 1 -> "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
      case 2 -> any(NASTY);
      case 3 -> json(schema).replaceFirst("[}\\]]$", "");
      case 4 -> "[" + json(schema) + "]";
      case 5 -> "{\"a\": " + "9".repeat(2_000) + "}";
      case 6 ->
          json(schema).replaceFirst("[{]", "{\"created_by_user_id\": \"x\", \"role\": \"admin\", ");
      default -> json(schema);
    };
  }

  private String json(Schema schema) {
    if (oneIn(12)) {
      return any(List.of("null", "1", "true", "\"x\"", "[]", "{}", "1e400", "-0.0"));
    }
    return switch (schema.type()) {
      case "object" ->
          schema.properties().entrySet().stream()
              .filter(_ -> !oneIn(6))
              .map(each -> quoted(each.getKey()) + ": " + json(each.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case "array" ->
          chance
              .ints(chance.nextInt(4), 0, 1)
              .mapToObj(_ -> json(schema.properties().getOrDefault("items", Schema.NOTHING)))
              .collect(Collectors.joining(", ", "[", "]"));
      case "integer" -> String.valueOf(chance.nextInt(-5, 500));
      case "number" -> String.valueOf(chance.nextDouble(-1, 5));
      case "boolean" -> String.valueOf(chance.nextBoolean());
      default -> quoted(text("", schema));
    };
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
