package io.blendify.sandbox.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Grants on disk, so that a connection outlives the sandbox's process. The file is replaced as a
 * whole at each change: whatever ends the process, it holds one state or the next.
 */
final class GrantsFile {

  private final Path path;
  private final World world;

  GrantsFile(Path path, World world) {
    this.path = path;
    this.world = world;
  }

  /**
   * Fills the maps with what was written last, without those who are not in this world.
   *
   * @return the serial number that was reached
   * @throws UncheckedIOException when there is a file that cannot be read as grants
   */
  long read(
      Map<String, Grants.Code> codes,
      Map<String, Grants.Access> accesses,
      Map<String, Grants.Refresh> refreshes) {
    if (!Files.exists(path)) {
      return 0;
    }
    try {
      var kept = Json.read(Files.readString(path));
      for (var one : kept.withArray("/codes")) {
        consent(one).ifPresent(consent -> codes.put(text(one, "token"), code(one, consent)));
      }
      for (var one : kept.withArray("/accesses")) {
        consent(one)
            .map(consent -> new Grants.Access(consent, instant(one, "until")))
            .ifPresent(access -> accesses.put(text(one, "token"), access));
      }
      for (var one : kept.withArray("/refreshes")) {
        consent(one)
            .map(consent -> new Grants.Refresh(consent, one.path("public").asBoolean()))
            .ifPresent(refresh -> refreshes.put(text(one, "token"), refresh));
      }
      return kept.path("serial").asLong();
    } catch (IllegalArgumentException | UnsupportedOperationException | DateTimeException e) {
      throw new UncheckedIOException(new IOException(path + " holds no grants", e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(
      long serial,
      Map<String, Grants.Code> codes,
      Map<String, Grants.Access> accesses,
      Map<String, Grants.Refresh> refreshes) {
    var kept = Json.object().put("serial", serial);
    codes.forEach(
        (token, code) ->
            add(kept, "codes", token, code.consent())
                .put("redirect_uri", code.redirectUri())
                .put("challenge", code.challenge())
                .put("until", code.until().toString()));
    accesses.forEach(
        (token, access) ->
            add(kept, "accesses", token, access.consent()).put("until", access.until().toString()));
    refreshes.forEach(
        (token, refresh) ->
            add(kept, "refreshes", token, refresh.consent()).put("public", refresh.isPublic()));
    replace(kept.toString());
  }

  private static ObjectNode add(
      ObjectNode kept, String list, String token, Grants.Consent consent) {
    var json = kept.withArray("/" + list).addObject().put("token", token);
    var scopes = consent.scopes().stream().sorted().toList();
    json.putObject("consent")
        .put("number", consent.number())
        .put("person", consent.person().key())
        .put("client_id", consent.clientId())
        .put("scopes", String.join(" ", scopes))
        .put("at", consent.at().toString());
    return json;
  }

  private void replace(String content) {
    try {
      var next = path.resolveSibling(path.getFileName() + ".next");
      Files.writeString(next, content);
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Grants.Code code(JsonNode json, Grants.Consent consent) {
    var challenge = json.path("challenge").isTextual() ? text(json, "challenge") : null;
    return new Grants.Code(consent, text(json, "redirect_uri"), challenge, instant(json, "until"));
  }

  private Optional<Grants.Consent> consent(JsonNode grant) {
    var json = grant.path("consent");
    return world.person(text(json, "person")).map(person -> consent(json, person));
  }

  private static Grants.Consent consent(JsonNode json, Person person) {
    return new Grants.Consent(
        json.path("number").asLong(),
        person,
        text(json, "client_id"),
        Accounts.scopes(text(json, "scopes")),
        instant(json, "at"));
  }

  private static String text(JsonNode json, String name) {
    if (!json.path(name).isTextual()) {
      throw new IllegalArgumentException("no " + name);
    }
    return json.get(name).asText();
  }

  private static Instant instant(JsonNode json, String name) {
    return Instant.parse(text(json, name));
  }
}
