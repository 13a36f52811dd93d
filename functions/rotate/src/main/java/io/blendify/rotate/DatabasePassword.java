package io.blendify.rotate;

import io.blendify.core.secret.SecretVersion;
import io.blendify.store.role.AppPassword;
import io.blendify.store.role.DatabaseLogin;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The password of the functions' role, which the role changes by itself. Open connections stay;
 * whoever is refused meanwhile tries the pending version too.
 */
@Singleton
final class DatabasePassword implements SecretKind {

  private static final int BYTES = 32;
  private static final String MEMBER = "password";

  private final @Nullable String arn;
  private final AppPassword role;
  private final JsonMapper json;

  DatabasePassword(
      @Property(name = "blendify.database.password-arn") @Nullable String arn,
      DatabaseLogin database,
      JsonMapper json) {
    this.arn = arn;
    this.role = new AppPassword(database);
    this.json = json;
  }

  @Override
  public Optional<String> arn() {
    return Optional.ofNullable(arn);
  }

  @Override
  public boolean mustSettle(String current) {
    return false;
  }

  /** The same JSON with another password. */
  @Override
  public String next(String current) {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    var members = new HashMap<String, JsonNode>();
    read(current).entries().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
    members.put(MEMBER, JsonNode.createStringNode(HexFormat.of().formatHex(bytes)));
    try {
      return json.writeValueAsString(JsonNode.createObjectNode(members));
    } catch (IOException e) {
      throw new IllegalStateException("the next password cannot be written", e);
    }
  }

  @Override
  public void set(SecretVersion current, SecretVersion pending, Optional<SecretVersion> previous) {
    var wanted = password(pending.value());
    if (role.is(wanted)) {
      return;
    }
    var known = Stream.concat(Stream.of(current), previous.stream()).map(SecretVersion::value);
    for (var candidate : List.copyOf(known.map(this::password).toList())) {
      if (role.is(candidate)) {
        role.change(candidate, wanted);
        return;
      }
    }
    throw new IllegalStateException(
        "the database takes none of the secret's passwords: run the migrate function, which sets it");
  }

  @Override
  public void test(String current, String pending) {
    if (!role.is(password(pending))) {
      throw new IllegalStateException("the database does not take the next password");
    }
  }

  private String password(String secret) {
    var found = read(secret).get(MEMBER);
    if (found == null || !found.isString()) {
      throw malformed();
    }
    return found.getStringValue();
  }

  private JsonNode read(String secret) {
    try {
      var tree = json.readValue(secret, JsonNode.class);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException _) {
      // Answered below: a parser's message may quote what it could not parse.
    }
    throw malformed();
  }

  private static IllegalStateException malformed() {
    return new IllegalStateException("the secret is not JSON with the text \"password\"");
  }
}
