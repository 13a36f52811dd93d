package io.blendify.api.document;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the description says about the API as a whole. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Blendify",
            version = "v1",
            description =
                "Collects people's music taste from every provider they use, keeps its history,"
                    + " tells how well tastes match and why, and makes the playlist that suits all."
                    + " Errors are application/problem+json; a body that is too long gets 413, one that"
                    + " is not JSON 415. Listings are paged with cursors. Reads"
                    + " carry an ETag; send it back in If-None-Match."),
    security = @SecurityRequirement(name = "session"))
@SecurityScheme(
    name = "session",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "From POST /v1/sessions. Browsers have the same token in an HttpOnly cookie.")
final class ApiDescription {
  private ApiDescription() {}
}
