package io.blendify.api.health;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Says that the function runs. It does not ask the database, so that nobody can make it busy. */
@Controller("/health")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "system")
final class HealthController {

  @Get
  @Operation(summary = "Whether the API answers")
  Health health() {
    return new Health("up");
  }

  @Serdeable
  record Health(String status) {}
}
