package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.Query;
import io.blendify.sandbox.world.Person;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page on which a person says who they are and whether the app may read their library. */
final class ConsentPage {

  private ConsentPage() {}

  static String html(SpotifyApp app, Query asked, List<Person> people) {
    var hidden =
        asked.values().entrySet().stream()
            .map(entry -> hidden(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("\n"));
    var choices =
        people.stream()
            .map(person -> choice(person, people.getFirst()))
            .collect(Collectors.joining("\n"));
    var scope = asked.get("scope", "");
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Allow %1$s? · Spotify (sandbox)</title>
      <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }
        label { display: block; padding: .6rem .8rem; border: 1px solid #8888; border-radius: .5rem; margin: .4rem 0; }
        small { color: #666; display: block; margin-left: 1.6rem; }
        button { font: inherit; padding: .6rem 1.4rem; border-radius: 2rem; border: 1px solid #444; cursor: pointer; }
        button[value=allow] { background: #146c3a; border-color: #146c3a; color: #fff; }
      </style></head><body>
      <h1>Who are you today?</h1>
      <p>This is the sandbox's stand-in for Spotify. <strong>%1$s</strong> asks to read: %2$s.</p>
      <form method="post" action="authorize">
      %3$s
      %4$s
      <p><button name="decision" value="allow">Allow</button>
         <button name="decision" value="deny">Deny</button></p>
      </form></body></html>
      """
        .formatted(
            escape(app.clientId()),
            scope.isBlank() ? "your public profile" : escape(scope),
            hidden,
            choices);
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
        .formatted(escape(name), escape(value));
  }

  private static String choice(Person person, Person first) {
    return """
        <label><input type="radio" name="login" value="%s"%s> <strong>%s</strong><small>%s</small></label>"""
        .formatted(
            escape(person.key()),
            person.equals(first) ? " checked" : "",
            escape(Objects.requireNonNullElse(person.displayName(), person.key())),
            escape(person.bio()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
