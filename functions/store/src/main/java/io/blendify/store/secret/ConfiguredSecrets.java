package io.blendify.store.secret;

import io.blendify.core.secret.CachedSecret;
import io.blendify.core.secret.FixedSecret;
import io.blendify.core.secret.Secret;
import io.blendify.core.secret.SecretFault;
import io.blendify.core.secret.SecretVault;
import io.blendify.core.secret.Secrets;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.value.PropertyResolver;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks where a setting leads. The vault is made by the first who needs one. */
@Singleton
final class ConfiguredSecrets implements Secrets {

  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredSecrets.class);

  private final PropertyResolver settings;
  private final BeanProvider<SecretVault> vault;
  private final BeanProvider<JsonMapper> json;
  private final SecretsConfig config;
  private final InstantSource clock;
  private final List<Secret<?>> given = new CopyOnWriteArrayList<>();

  ConfiguredSecrets(
      PropertyResolver settings,
      BeanProvider<SecretVault> vault,
      BeanProvider<JsonMapper> json,
      SecretsConfig config,
      InstantSource clock) {
    this.settings = settings;
    this.vault = vault;
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public <T> Secret<T> of(String setting, Function<String, T> parse) {
    var arn = setting(setting + "-arn");
    return arn.isPresent() ? cached(arn.get(), parse) : fixed(setting, parse);
  }

  @Override
  public <T> Secret<T> member(String setting, String member, Function<String, T> parse) {
    var arn = setting(setting + "-arn");
    return arn.isPresent()
        ? cached(arn.get(), text -> parse.apply(member(text, member)))
        : fixed(setting, parse);
  }

  @Override
  public boolean has(String setting) {
    return setting(setting).isPresent() || setting(setting + "-arn").isPresent();
  }

  private <T> Secret<T> cached(String arn, Function<String, T> parse) {
    if (!vault.isPresent()) {
      throw new SecretFault("nothing here can read the secret " + arn);
    }
    var secret =
        new CachedSecret<>(
            (id, stage) -> vault.get().find(id, stage),
            arn,
            parse,
            config.maxAge(),
            clock,
            complaint -> LOG.warn("secret: {}", complaint));
    given.add(secret);
    return secret;
  }

  private <T> Secret<T> fixed(String setting, Function<String, T> parse) {
    var name = setting + " (" + variable(setting) + ")";
    var value =
        setting(setting)
            .orElseThrow(
                () ->
                    new SecretFault(
                        "%s is not set, and neither is %s_ARN".formatted(name, variable(setting))));
    try {
      return new FixedSecret<>(parse.apply(value));
    } catch (IllegalArgumentException e) {
      // The cause is not kept: a parser's message may quote what it could not parse.
      throw new SecretFault(name + " " + e.getMessage());
    }
  }

  private Optional<String> setting(String name) {
    return settings.getProperty(name, String.class).filter(value -> !value.isBlank());
  }

  private String member(String text, String member) {
    try {
      var tree = json.get().readValue(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
      var found = tree == null ? null : tree.get(member);
      if (found != null && found.isString()) {
        return found.getStringValue();
      }
    } catch (IOException _) {
      // Answered below: a parser's message may quote what it could not parse.
    }
    throw new IllegalArgumentException("must be JSON with the text \"" + member + "\"");
  }

  private static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Nothing that came from a vault is kept afterwards. */
  void forgetAll() {
    given.forEach(Secret::forget);
  }
}
