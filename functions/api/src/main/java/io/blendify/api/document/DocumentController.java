package io.blendify.api.document;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Serves the API's description. */
@Controller("/v1/openapi.yaml")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class DocumentController {

  private final ResourceLoader resources;

  DocumentController(ResourceLoader resources) {
    this.resources = resources;
  }

  @Get
  @Produces("application/yaml")
  String document() throws IOException {
    try (var document =
        resources
            .getResourceAsStream("classpath:META-INF/swagger/openapi.yml")
            .orElseThrow(() -> new IllegalStateException("no OpenAPI document in this build"))) {
      return new String(document.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
