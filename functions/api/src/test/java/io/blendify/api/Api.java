package io.blendify.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.blendify.api.session.SessionTokens;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.TokenCipher;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The real handler on a database of its own, called as API Gateway calls it.
 *
 * <pre>{@code
 * static final Api API = Api.start();
 *
 * var ada = API.user("Ada");
 * var answer = API.get("/v1/me").as(ada).send();
 * assertThat(answer.status()).isEqualTo(200);
 * assertThat(answer.json().get("display_name").getStringValue()).isEqualTo("Ada");
 * }</pre>
 */
public final class Api {
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  public static final String SESSION_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private static final String TABLES =
      """
      SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
      WHERE schemaname IN ('public', 'catalog', 'history', 'taste')
        AND tablename <> 'rate_limits'
      ORDER BY 1
      """;
  private static final String FINGERPRINT =
      "SELECT md5(COALESCE(string_agg(t::text, '|' ORDER BY t::text), '')) FROM %s t";

  public final TestDatabase database = TestDatabase.fresh();
  public final FakeQueue queue = new FakeQueue();
  public final SettableClock clock = new SettableClock(START);
  public final ApplicationContext context;
  private final ApiHandler handler;

  private Api(Map<String, Object> other, Object... beans) {
    var properties = properties();
    properties.putAll(other);
    var builder = ApplicationContext.builder().properties(properties).singletons(queue, clock);
    builder.singletons(beans);
    this.context = builder.start();
    this.handler = new ApiHandler(context);
  }

  /**
   * @param beans to be there besides, such as fakes of a provider's abilities
   */
  public static Api start(Object... beans) {
    return new Api(Map.of(), beans);
  }

  /** With other settings than the usual ones. */
  public static Api with(Map<String, Object> settings, Object... beans) {
    return new Api(settings, beans);
  }

  private Map<String, Object> properties() {
    var properties = new HashMap<>(database.properties());
    properties.put("blendify.session-key", SESSION_KEY);
    properties.put("blendify.token-keyset", TokenCipher.newKeyset());
    return properties;
  }

  /** Somebody who is signed in. */
  public record User(UUID id, String email, String token) {}

  /** A new person with a session. */
  public User user(String name) {
    var id = UUID.randomUUID();
    var email = id + "@example.com";
    sql(
        "INSERT INTO users (id, email, display_name, created_at, updated_at) VALUES ('%s', '%s', '%s', '%s', '%s')"
            .formatted(id, email, name, clock.instant(), clock.instant()));
    return new User(id, email, context.getBean(SessionTokens.class).open(id).token());
  }

  /** Runs statements as the functions' role. */
  public void sql(String statement) {
    try (var connection = database.asApp();
        var jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The first column of a query's rows, as text; null is the text null. */
  public List<String> query(String query) {
    try (var connection = database.asSuperuser();
        var jdbc = connection.createStatement()) {
      return first(jdbc, query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private static List<String> first(Statement jdbc, String query) throws SQLException {
    try (var rows = jdbc.executeQuery(query)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  /**
   * A fingerprint of every row of every table: equal before and after means nothing was written.
   */
  public Map<String, String> contents() {
    try (var connection = database.asSuperuser();
        var jdbc = connection.createStatement()) {
      var contents = new TreeMap<String, String>();
      for (var table : first(jdbc, TABLES)) {
        contents.put(table, first(jdbc, FINGERPRINT.formatted(table)).getFirst());
      }
      return contents;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Call get(String path) {
    return new Call("GET", path);
  }

  public Call post(String path) {
    return new Call("POST", path);
  }

  public Call patch(String path) {
    return new Call("PATCH", path);
  }

  public Call delete(String path) {
    return new Call("DELETE", path);
  }

  public Call call(String method, String path) {
    return new Call(method, path);
  }

  /** A request in the making. */
  public final class Call {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new HashMap<>();
    private final List<String> cookies = new ArrayList<>();
    private @Nullable String body;

    private Call(String method, String path) {
      this.method = method;
      this.path = path;
    }

    /** With a bearer token. */
    public Call as(User user) {
      return header("authorization", "Bearer " + user.token());
    }

    /** With the session cookie, from one of our own pages. */
    public Call inBrowserOf(User user) {
      return browser().cookie("blendify_session", user.token());
    }

    /** From one of our own pages. */
    public Call browser() {
      return header("sec-fetch-site", "same-origin").header("accept", "text/html");
    }

    public Call header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    public Call cookie(String name, String value) {
      cookies.add(name + "=" + value);
      return this;
    }

    /** A body as JSON text. */
    public Call json(String json) {
      this.body = json;
      return header("content-type", "application/json");
    }

    public Call body(String contentType, String text) {
      this.body = text;
      return header("content-type", contentType);
    }

    /** A submitted form: names and values in turn. */
    public Call form(String... pairs) {
      var parts = new ArrayList<String>();
      for (int i = 0; i < pairs.length; i += 2) {
        parts.add(encode(pairs[i]) + "=" + encode(pairs[i + 1]));
      }
      return body("application/x-www-form-urlencoded", String.join("&", parts));
    }

    private static String encode(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public Answer send() {
      var question = path.indexOf('?');
      var http =
          APIGatewayV2HTTPEvent.RequestContext.Http.builder()
              .withMethod(method)
              .withPath(question < 0 ? path : path.substring(0, question))
              .withProtocol("HTTP/1.1")
              .withSourceIp("127.0.0.1")
              .build();
      var event =
          APIGatewayV2HTTPEvent.builder()
              .withVersion("2.0")
              .withRawPath(http.getPath())
              .withRawQueryString(question < 0 ? "" : path.substring(question + 1))
              .withQueryStringParameters(parameters(question))
              .withHeaders(headers)
              .withCookies(cookies.isEmpty() ? null : cookies)
              .withBody(body)
              .withRequestContext(
                  APIGatewayV2HTTPEvent.RequestContext.builder()
                      .withHttp(http)
                      .withRequestId("test-request")
                      .build())
              .build();
      return new Answer(handler.handleRequest(event, new MockLambdaContext()));
    }

    /** As API Gateway does it: decoded, several values of one name joined by commas. */
    private Map<String, String> parameters(int question) {
      if (question < 0) {
        return Map.of();
      }
      return Arrays.stream(path.substring(question + 1).split("&"))
          .map(pair -> pair.split("=", 2))
          .collect(
              Collectors.toMap(
                  pair -> decoded(pair[0]),
                  pair -> pair.length == 1 ? "" : decoded(pair[1]),
                  (one, other) -> one + "," + other));
    }
  }

  /** What is not well encoded stays as it is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  /** What came back. */
  public record Answer(APIGatewayV2HTTPResponse response) {

    public int status() {
      return response.getStatusCode();
    }

    public String body() {
      return response.getBody() == null ? "" : response.getBody();
    }

    public @Nullable String header(String name) {
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(response.getHeaders());
      return headers.get(name);
    }

    /** The value of a cookie that was set; null where it was not. */
    public @Nullable String cookie(String name) {
      var cookies = response.getCookies() == null ? List.<String>of() : response.getCookies();
      return cookies.stream()
          .filter(cookie -> cookie.startsWith(name + "="))
          .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0])
          .findFirst()
          .orElse(null);
    }

    public JsonNode json() {
      try {
        return JsonMapper.createDefault().readValue(body(), JsonNode.class);
      } catch (IOException e) {
        throw new IllegalStateException(body(), e);
      }
    }

    /** The text of one member of the JSON object. */
    public String text(String member) {
      return json().get(member).coerceStringValue();
    }
  }
}
