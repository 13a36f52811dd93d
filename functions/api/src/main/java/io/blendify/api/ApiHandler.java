package io.blendify.api;

import static io.micronaut.context.env.Environment.FUNCTION;
import static io.micronaut.function.aws.MicronautLambdaContext.ENVIRONMENT_LAMBDA;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;

/**
 * The function behind the HTTP API.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 *     format 2.0</a>
 */
public final class ApiHandler extends APIGatewayV2HTTPEventFunction {

  private final Envelope envelope;

  public ApiHandler() {
    this.envelope = applicationContext.getBean(Envelope.class);
  }

  /** With a context that others share. */
  public ApiHandler(ApplicationContext context) {
    super(context);
    this.envelope = context.getBean(Envelope.class);
  }

  /**
   * Not Micronaut's builder for Lambda, which makes every singleton at once: not every function can
   * make all of them.
   */
  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return ApplicationContext.builder(FUNCTION, ENVIRONMENT_LAMBDA).deduceEnvironment(false);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    RequestCookies.intoHeaders(event);
    EmptyBody.toObject(event);
    return envelope.answer(event, () -> super.handleRequest(event, context));
  }
}
