package io.blendify.providers.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DescriptionProperties {

  @Property(tries = 200)
  void theOrderOfMembersDoesNotMatter(@ForAll("objects") JsonNode object, @ForAll Random order) {
    assertThat(hash(shuffled(object, order))).isEqualTo(hash(object));
  }

  @Property(tries = 200)
  void whatDriftsDoesNotMatterAtAnyDepth(
      @ForAll("objects") JsonNode object, @ForAll("values") JsonNode value) {
    for (var name : Description.DRIFTING) {
      assertThat(hash(withEverywhere(object, name, value))).isEqualTo(hash(object));
    }
    assertThat(hash(withEverywhere(object, "snapshot_id", value))).isEqualTo(hash(object));
  }

  @Property(tries = 200)
  void anyOtherChangeMatters(@ForAll("objects") JsonNode object, @ForAll("values") JsonNode value) {
    assertThat(hash(with(object, "title", value)))
        .isNotEqualTo(hash(with(object, "title", JsonNode.createArrayNode(List.of(value)))))
        .isNotEqualTo(hash(object));
  }

  @Property(tries = 200)
  void differentObjectsHaveDifferentHashes(
      @ForAll("objects") JsonNode one, @ForAll("objects") JsonNode other) {
    assertThat(hash(one).equals(hash(other))).isEqualTo(one.equals(other));
  }

  private static String hash(JsonNode object) {
    return Description.of(object, Set.of("snapshot_id"), null, null).hash().hex();
  }

  @Provide
  Arbitrary<JsonNode> objects() {
    return object(values());
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return Arbitraries.recursive(
        DescriptionProperties::scalar,
        inner ->
            Arbitraries.oneOf(
                inner, inner.list().ofMaxSize(3).map(JsonNode::createArrayNode), object(inner)),
        0,
        2);
  }

  private static Arbitrary<JsonNode> object(Arbitrary<JsonNode> values) {
    var names = Arbitraries.strings().withCharRange('a', 'e').withChars('é', '"').ofMaxLength(3);
    return Arbitraries.maps(names, values).ofMaxSize(4).map(JsonNode::createObjectNode);
  }

  private static Arbitrary<JsonNode> scalar() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .ofMaxLength(8)
            .filter(DescriptionProperties::wellFormed)
            .map(JsonNode::createStringNode),
        Arbitraries.longs().map(JsonNode::createNumberNode),
        Arbitraries.of(true, false).map(JsonNode::createBooleanNode),
        Arbitraries.just(JsonNode.nullNode()));
  }

  private static boolean wellFormed(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)
        && text.indexOf('\uFFFD') < 0;
  }

  private static JsonNode shuffled(JsonNode node, Random order) {
    if (node.isArray()) {
      var values = new ArrayList<JsonNode>();
      node.values().forEach(value -> values.add(shuffled(value, order)));
      return JsonNode.createArrayNode(values);
    }
    if (!node.isObject()) {
      return node;
    }
    var members = new ArrayList<Map.Entry<String, JsonNode>>();
    node.entries().forEach(members::add);
    Collections.shuffle(members, order);
    var copy = new LinkedHashMap<String, JsonNode>();
    members.forEach(member -> copy.put(member.getKey(), shuffled(member.getValue(), order)));
    return JsonNode.createObjectNode(copy);
  }

  private static JsonNode withEverywhere(JsonNode node, String name, JsonNode value) {
    if (node.isArray()) {
      var values = new ArrayList<JsonNode>();
      node.values().forEach(each -> values.add(withEverywhere(each, name, value)));
      return JsonNode.createArrayNode(values);
    }
    if (!node.isObject()) {
      return node;
    }
    var copy = new LinkedHashMap<String, JsonNode>();
    copy.put(name, value);
    node.entries()
        .forEach(
            member -> copy.put(member.getKey(), withEverywhere(member.getValue(), name, value)));
    return JsonNode.createObjectNode(copy);
  }

  private static JsonNode with(JsonNode object, String name, JsonNode value) {
    var copy = new LinkedHashMap<String, JsonNode>();
    object.entries().forEach(member -> copy.put(member.getKey(), member.getValue()));
    copy.put(name, value);
    return JsonNode.createObjectNode(copy);
  }
}
