package io.blendify.api.user;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;

/** Signing up. */
@Controller("/v1/users")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "people")
class UserController {

  private final Accounts accounts;

  UserController(Accounts accounts) {
    this.accounts = accounts;
  }

  @Post
  @SecurityRequirements
  @Operation(summary = "Sign up with e-mail address and password")
  @ApiResponse(responseCode = "201", description = "The new person; sign in next")
  @ApiResponse(responseCode = "400", ref = "problem")
  @ApiResponse(responseCode = "409", ref = "problem")
  @ApiResponse(responseCode = "429", ref = "problem")
  HttpResponse<Me> signUp(@Body @Valid SignUp wish) {
    return HttpResponse.created(Me.of(accounts.signUp(wish)), URI.create("/v1/me"));
  }
}
