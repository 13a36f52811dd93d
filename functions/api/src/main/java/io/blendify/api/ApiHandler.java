package io.blendify.api;

import static io.micronaut.context.env.Environment.FUNCTION;
import static io.micronaut.function.aws.MicronautLambdaContext.ENVIRONMENT_LAMBDA;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.blendify.api.session.SessionKey;
import io.blendify.store.SnapStart;
import io.blendify.store.connection.TokenCipher;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The function behind the HTTP API.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 *     format 2.0</a>
 */
public final class ApiHandler extends APIGatewayV2HTTPEventFunction
    implements RequestStreamHandler, Resource {

  private static final String VISIT =
      """
      {"version": "2.0", "rawPath": "%1$s", "headers": {"accept": "*/*"},
       "requestContext": {"http": {"method": "GET", "path": "%1$s"}}}
      """;

  private final Envelope envelope;
  private final JsonMapper json;

  public ApiHandler() {
    this.envelope = applicationContext.getBean(Envelope.class);
    this.json = applicationContext.getBean(JsonMapper.class);
    applicationContext.getBean(SnapStart.class).register(this);
  }

  /** With a context that others share. */
  public ApiHandler(ApplicationContext context) {
    super(context);
    this.envelope = context.getBean(Envelope.class);
    this.json = context.getBean(JsonMapper.class);
  }

  /**
   * Not Micronaut's builder for Lambda, which makes every singleton at once: not every function can
   * make all of them.
   */
  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return ApplicationContext.builder(FUNCTION, ENVIRONMENT_LAMBDA)
        .deduceEnvironment(false)
        .bootstrapEnvironment(false);
  }

  /**
   * Nothing here is annotated; to look for what may be, Micronaut would load every bean's class.
   */
  @Override
  protected void injectThis(ApplicationContext context) {}

  /** What Lambda calls: with our own JSON, the runtime's (700 classes) stays unloaded. */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    GatewayJson.write(handleRequest(GatewayJson.read(event, json), context), answer, json);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, @Nullable Context context) {
    RequestCookies.intoHeaders(event);
    RequestSource.intoHeaders(event);
    EmptyBody.toObject(event);
    // Micronaut would keep the context of every invocation as a bean of its own, for ever.
    return envelope.answer(event, context, () -> super.handleRequest(event, null));
  }

  /**
   * Before Lambda takes its snapshot: answers what needs neither a person nor the database, so that
   * the classes of every request are in it. A secret that is missing or malformed stops it: such a
   * version must not be published.
   */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
    applicationContext.getBean(SessionKey.class).check();
    applicationContext.getBean(TokenCipher.class).check();
    for (var path : List.of("/health", "/v1/me", "/")) {
      var visit = new ByteArrayInputStream(VISIT.formatted(path).getBytes(UTF_8));
      handleRequest(visit, OutputStream.nullOutputStream(), null);
    }
  }

  /** Nothing here is unique to one environment; the store looks after its connections. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {}
}
