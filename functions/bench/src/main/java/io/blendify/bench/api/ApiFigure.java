package io.blendify.bench.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.blendify.api.ApiHandler;
import io.blendify.api.session.SessionTokens;
import io.blendify.bench.Figure;
import io.blendify.bench.Measured;
import io.blendify.store.TestDatabase;
import io.blendify.store.connection.TokenCipher;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Warm reads through the real handler, event in and answer out, against the same statement and the
 * same JSON through bare JDBC: one at a time, as Lambda has it.
 */
public final class ApiFigure implements Figure {

  private static final int WARM_UP = 1_500;
  private static final int ROUNDS = 21;
  private static final int READS = 100;
  private static final int LIMIT = 50;

  private static final String EVENT =
      """
      {"version": "2.0", "rawPath": "/v1/me/saved-tracks", "rawQueryString": "limit=%1$d",
       "queryStringParameters": {"limit": "%1$d"},
       "headers": {"accept": "application/json", "authorization": "Bearer %2$s"},
       "requestContext": {"requestId": "bench",
         "http": {"method": "GET", "path": "/v1/me/saved-tracks", "sourceIp": "127.0.0.1"}}}
      """;

  @Override
  public String name() {
    return "api";
  }

  @Override
  public String what() {
    return "warm reads a second through the handler, against bare JDBC with the same JSON";
  }

  @Override
  public void measure(Consumer<String> say, Consumer<Measured> result) throws Exception {
    try (var database = TestDatabase.fresh();
        var context = context(database);
        var connection = database.asApp()) {
      var reader = Reader.in(database);
      var token = context.getBean(SessionTokens.class).open(reader.id()).token();
      var handler = new ApiHandler(context);
      var bare = new BareRead(connection, context.getBean(JsonMapper.class), reader, LIMIT);
      var event = EVENT.formatted(LIMIT, token).getBytes(UTF_8);
      compare(say, result, () -> read(handler, event), bare::page);
    }
  }

  private static void compare(
      Consumer<String> say, Consumer<Measured> result, Callable<byte[]> ours, Callable<byte[]> bare)
      throws Exception {
    say.accept("warming up");
    for (int i = 0; i < WARM_UP; i++) {
      ours.call();
      bare.call();
    }
    var own = new ArrayList<Double>();
    var other = new ArrayList<Double>();
    var each = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      own.add(perSecond(ours, each));
      other.add(perSecond(bare, new ArrayList<>()));
    }
    double reads = at(own, 0.5);
    double baseline = at(other, 0.5);
    result.accept(
        new Measured("api.saved_tracks", reads, "requests/s", baseline, reads / baseline));
    // The bound on the slowest speaks of the middle: the baseline of this one is our own median.
    result.accept(Measured.times("api.saved_tracks.p99", at(each, 0.99), "ms", at(each, 0.5)));
  }

  private static double perSecond(Callable<byte[]> read, List<Double> each) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < READS; i++) {
      long since = System.nanoTime();
      read.call();
      each.add((System.nanoTime() - since) / 1e6);
    }
    return READS * 1e9 / (System.nanoTime() - start);
  }

  private static byte[] read(ApiHandler handler, byte[] event) throws IOException {
    var answer = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), answer, null);
    var bytes = answer.toByteArray();
    if (!new String(bytes, 0, 20, UTF_8).contains("200")) {
      throw new IllegalStateException(answer.toString(UTF_8));
    }
    return bytes;
  }

  private static double at(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }

  private static ApplicationContext context(TestDatabase database) {
    var properties = new HashMap<>(database.properties());
    properties.put("blendify.session-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    properties.put("blendify.token-keyset", TokenCipher.newKeyset());
    return ApplicationContext.builder().properties(properties).start();
  }
}
