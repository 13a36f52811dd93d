package io.blendify.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What Lambda hands over with an event. */
class InvocationIT {

  private static final String HEALTH =
      """
      {"version": "2.0", "rawPath": "/health", "headers": {"accept": "*/*"},
       "requestContext": {"http": {"method": "GET", "path": "/health"}}}
      """;

  /** Micronaut makes beans of an invocation's context and its logger, and never forgets them. */
  @Test
  void anInvocationLeavesNothingBehind() throws IOException {
    var api = Api.start();
    var handler = new ApiHandler(api.context);

    for (int i = 0; i < 3; i++) {
      var answer = new ByteArrayOutputStream();
      handler.handleRequest(new ByteArrayInputStream(HEALTH.getBytes(UTF_8)), answer, context());
      assertThat(answer.toString(UTF_8)).contains("\"statusCode\":200");
    }

    assertThat(api.context.getBeanRegistrations(Context.class)).isEmpty();
    assertThat(api.context.getBeanRegistrations(LambdaLogger.class)).isEmpty();
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            InvocationIT.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";
                  case "getLogger" -> logger();
                  case "getRemainingTimeInMillis", "getMemoryLimitInMB" -> 1_000;
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> null;
                });
  }

  private static LambdaLogger logger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {}

      @Override
      public void log(byte[] message) {}
    };
  }
}
