package io.blendify.sandbox.spotify;

import io.blendify.sandbox.http.Answer;
import io.blendify.sandbox.http.Query;
import io.blendify.sandbox.http.Request;
import io.blendify.sandbox.world.Person;
import io.blendify.sandbox.world.World;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The authorize page: a person chooses who they are and says yes or no. */
final class Accounts {

  /** The scopes that this product asks for. */
  static final Set<String> READING =
      Set.of(
          "user-top-read",
          "user-read-recently-played",
          "playlist-read-private",
          "playlist-read-collaborative",
          "user-library-read",
          "user-follow-read");

  private static final Set<String> SCOPES =
      Set.of(
          "user-top-read",
          "user-read-recently-played",
          "playlist-read-private",
          "playlist-read-collaborative",
          "user-library-read",
          "user-follow-read",
          "user-read-private",
          "user-read-email",
          "playlist-modify-public",
          "playlist-modify-private",
          "user-library-modify",
          "user-follow-modify",
          "ugc-image-upload",
          "user-read-playback-state");

  private final World world;
  private final Apps apps;
  private final Grants grants;

  Accounts(World world, Apps apps, Grants grants) {
    this.world = world;
    this.apps = apps;
    this.grants = grants;
  }

  /**
   * GET shows the page, or with {@code login=<person>} answers for that person at once; POST is the
   * page's form.
   */
  Answer authorize(Request request) {
    var asked = request.method().equals("POST") ? request.form() : request.query();
    var app = apps.find(asked.get("client_id", "")).orElse(null);
    if (app == null) {
      return Answer.of(400, Errors.PLAIN, "INVALID_CLIENT: Invalid client");
    }
    if (!app.allows(asked.get("redirect_uri", ""))) {
      return Answer.of(400, Errors.PLAIN, "INVALID_CLIENT: Invalid redirect URI");
    }
    var fault = fault(asked);
    if (fault != null) {
      return back(asked, "error", fault);
    }
    if (asked.has("login")) {
      return decide(asked);
    }
    return Answer.of(
        200, "text/html; charset=utf-8", ConsentPage.html(app, asked, world.demoPeople()));
  }

  private Answer decide(Query asked) {
    if ("deny".equals(asked.get("decision"))) {
      return back(asked, "error", "access_denied");
    }
    var person = world.person(asked.get("login", "")).orElse(null);
    if (person == null) {
      return Answer.of(400, Errors.PLAIN, "sandbox: nobody is called " + asked.get("login"));
    }
    return back(asked, "code", code(asked, person));
  }

  private String code(Query asked, Person person) {
    var clientId = asked.get("client_id", "");
    var scopes = new LinkedHashSet<>(scopes(asked.get("scope", "")));
    scopes.removeAll(apps.switches(clientId).withheldScopes());
    var consent = grants.consent(person, clientId, scopes);
    return grants.code(consent, asked.get("redirect_uri", ""), asked.get("code_challenge"));
  }

  private static @Nullable String fault(Query asked) {
    if (!"code".equals(asked.get("response_type"))) {
      return "unsupported_response_type";
    }
    if (!SCOPES.containsAll(scopes(asked.get("scope", "")))) {
      return "invalid_scope";
    }
    if (asked.has("code_challenge") != asked.has("code_challenge_method")) {
      return "invalid_request";
    }
    return "S256".equals(asked.get("code_challenge_method", "S256")) ? null : "invalid_request";
  }

  /** Scopes as they are sent, with blanks between them. */
  static Set<String> scopes(String sent) {
    var scopes = new LinkedHashSet<>(Arrays.asList(sent.trim().split("\\s+", -1)));
    scopes.remove("");
    return scopes;
  }

  private static Answer back(Query asked, String name, String value) {
    var redirect = asked.get("redirect_uri", "");
    var values = new LinkedHashMap<String, String>();
    values.put(name, value);
    if (asked.get("state") != null) {
      values.put("state", asked.get("state", ""));
    }
    return Answer.redirect(redirect + (redirect.contains("?") ? "&" : "?") + Query.format(values));
  }
}
