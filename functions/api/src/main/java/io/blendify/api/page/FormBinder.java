package io.blendify.api.page;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.blendify.api.problem.ProblemException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Gives pages the {@link Form} of the request. */
@Singleton
final class FormBinder implements TypedRequestArgumentBinder<Form> {

  @Override
  public Argument<Form> argumentType() {
    return Argument.of(Form.class);
  }

  @Override
  public BindingResult<Form> bind(ArgumentConversionContext<Form> context, HttpRequest<?> request) {
    try {
      var form = new Form(body(request));
      return () -> Optional.of(form);
    } catch (IllegalArgumentException _) {
      throw ProblemException.invalid("form", "cannot be read");
    }
  }

  private static String body(HttpRequest<?> request) {
    if (request instanceof ServletHttpRequest<?, ?> servlet
        && servlet.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
        && event.getBody() != null) {
      return event.getIsBase64Encoded()
          ? new String(Base64.getDecoder().decode(event.getBody()), StandardCharsets.UTF_8)
          : event.getBody();
    }
    return "";
  }
}
